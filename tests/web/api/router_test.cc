#include "web/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::web {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

class RouterTest : public testing::Test {
 protected:
  RouterTest() {
    router_.add("GET", "/", "root");
    router_.add("GET", "/things", "list");
    router_.add("POST", "/things", "add");
    router_.add("GET", "/things/{id}", "one");
    router_.add("GET", "/things/new", "form");
    router_.add("DELETE", "/things/{id}/parts/{part}", "remove");
  }
  std::string found(const std::string& method, const std::string& path) const {
    const auto found = router_.find(method, path);
    return found.handler ? *found.handler : "- " + found.allowed;
  }
  Router<std::string> router_;
};

TEST_F(RouterTest, FindsByMethodAndPath) {
  EXPECT_EQ(found("GET", "/"), "root");
  EXPECT_EQ(found("GET", "/things"), "list");
  EXPECT_EQ(found("POST", "/things"), "add");
  EXPECT_EQ(found("HEAD", "/things"), "list");
}

TEST_F(RouterTest, WhatIsWrittenOutGoesBeforeWhatIsOpen) {
  EXPECT_EQ(found("GET", "/things/7"), "one");
  EXPECT_EQ(found("GET", "/things/new"), "form");
}

TEST_F(RouterTest, OpenPiecesAreDecoded) {
  EXPECT_THAT(router_.find("DELETE", "/things/a%20b/parts/c%2Fd").pieces,
              ElementsAre("a b", "c/d"));
}

TEST_F(RouterTest, TellsWhatAPathHas) {
  EXPECT_EQ(found("PUT", "/things"), "- GET, HEAD, POST");
  EXPECT_EQ(found("GET", "/nothing"), "- ");
  EXPECT_EQ(found("GET", "/things/"), "- ");
  EXPECT_EQ(found("GET", "/things/7/"), "- ");
}

}  // namespace
}  // namespace figured::web
