#include "web/dispute_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "feeds/parser.h"
#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {
using testing::HasSubstr;
using testing::IsEmpty;

class DisputeFeedTest : public PageRun {
 protected:
  feeds::FeedDocument parsed(const Reply& reply) {
    const auto document = feeds::parse_feed(reply.body, {reply.headers.at("content-type")});
    EXPECT_TRUE(document.has_value());
    return document ? *document : feeds::FeedDocument{};
  }
};

TEST_F(DisputeFeedTest, IsReadByOurOwnParserWithoutRepair) {
  serve();
  for (const char* target :
       {"/disputes.atom?measure=people&text=injured", "/disputes.json?severity=0.5"}) {
    const Reply reply = get(target);
    ASSERT_EQ(reply.status, 200) << reply.body;
    const feeds::FeedDocument document = parsed(reply);
    EXPECT_FALSE(document.bozo) << target;
    EXPECT_THAT(document.repairs, IsEmpty()) << target;
    ASSERT_EQ(document.items.size(), 1u) << target;
    EXPECT_THAT(document.items[0].title,
                HasSubstr("people injured, Lowport " + hostile_ + ": 40 / 65"));
    EXPECT_THAT(document.items[0].link, testing::EndsWith("/disputes/" + std::to_string(dispute_)));
  }
}

TEST_F(DisputeFeedTest, AFilterThatNothingFitsIsAnEmptyFeed) {
  serve();
  EXPECT_THAT(parsed(get("/disputes.atom?measure=boats")).items, IsEmpty());
  EXPECT_EQ(get("/disputes.atom?severity=much").status, 400);
}

TEST_F(DisputeFeedTest, IsReadByFeedparserWithoutComplaint) {
  if (std::system("/usr/bin/python3 -c 'import feedparser' 2>/dev/null") != 0)
    GTEST_SKIP() << "python3-feedparser is not installed";
  serve();
  std::ofstream(folder_.path("disputes.atom")) << get("/disputes.atom").body;
  const std::string command =
      "/usr/bin/python3 -c 'import feedparser,sys; d = feedparser.parse(sys.argv[1]); "
      "sys.exit(0 if not d.bozo and len(d.entries) == 1 and d.version == \"atom10\" else 1)' " +
      folder_.path("disputes.atom");
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace figured::web
