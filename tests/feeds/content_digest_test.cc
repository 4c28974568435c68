#include "feeds/content_digest.h"

#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

// $ printf 'Blast in Orsk\nIt killed 42.' | sha256sum
TEST(ContentSha256Test, IsOfTitleLineFeedAndText) {
  EXPECT_EQ(content_sha256("Blast in Orsk", "It killed 42."),
            "3594475181c7ad8811fde975f69807882a63b96195a93a9cbf974b64fb0fcdee");
}

TEST(ContentSha256Test, TitleAndTextAreToldApart) {
  EXPECT_NE(content_sha256("Blast", "in Orsk"), content_sha256("Blastin", " Orsk"));
  EXPECT_NE(content_sha256("", "Blast"), content_sha256("Blast", ""));
}

}  // namespace
}  // namespace figured::feeds
