#include "storage/packing/revision_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/packing/byte_coding.h"
#include "storage/packing/name_code.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;

RevisionSource revision() {
  RevisionSource revision;
  revision.guid = "g";
  revision.url = "https://a.example/1";
  revision.title = "Men of the valley";
  revision.text = "Around 9,000 men stood ready in Hoydal.";
  revision.names = {3, 7};
  revision.published_zone = feeds::DateZone::kFeed;
  revision.language = "nn-NO";
  return revision;
}

// As it was packed before names, and then zone and language, stood in it.
std::string pack_as_before(const RevisionSource& revision, bool with_names) {
  ByteWriter out;
  for (const std::string* text : {&revision.guid, &revision.url, &revision.title, &revision.text})
    out.put_text(*text);
  if (with_names) put_names(out, revision.names, revision.text);
  return out.take_bytes();
}

TEST(PackTextTest, ComesBack) {
  const RevisionSource packed = revision();
  RevisionSource read;
  unpack_text(pack_text(packed), read);
  EXPECT_EQ(read.guid, packed.guid);
  EXPECT_EQ(read.text, packed.text);
  EXPECT_THAT(read.names, ElementsAre(3, 7));
  EXPECT_EQ(read.published_zone, feeds::DateZone::kFeed);
  EXPECT_EQ(read.language, "nn-NO");
}

TEST(PackTextTest, WhatWasPackedBeforeSaysNothingOfZoneAndLanguage) {
  RevisionSource read = revision();
  unpack_text(pack_as_before(revision(), true), read);
  EXPECT_THAT(read.names, ElementsAre(3, 7));
  EXPECT_EQ(read.published_zone, feeds::DateZone::kUnknown);
  EXPECT_EQ(read.language, "");
}

TEST(PackTextTest, NamesOfAColumnOfTheirOwnStay) {
  RevisionSource read;
  read.names = {9};
  unpack_text(pack_as_before(revision(), false), read);
  EXPECT_THAT(read.names, ElementsAre(9));
  RevisionSource nameless = revision();
  nameless.names.clear();
  unpack_text(pack_text(nameless), read);
  EXPECT_THAT(read.names, ElementsAre(9));
  EXPECT_EQ(read.language, "nn-NO");
}

TEST(PackTextTest, DamageIsSeen) {
  RevisionSource read;
  const std::string whole = pack_text(revision());
  const std::size_t before = pack_as_before(revision(), true).size();
  for (std::size_t size = before + 1; size < whole.size(); ++size)
    EXPECT_THROW(unpack_text(whole.substr(0, size), read), BadBytes) << size;
  std::string zone = whole;
  zone[before] = 4;
  EXPECT_THROW(unpack_text(zone, read), BadBytes);
}

}  // namespace
}  // namespace figured::storage
