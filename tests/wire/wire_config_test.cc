#include "wire/wire_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <boost/asio/io_context.hpp>
#include <fstream>
#include <sstream>

#include "tests/support/temp_folder.h"

namespace figured::wire {
namespace {
using namespace std::chrono_literals;

class WireConfigTest : public testing::Test {
 protected:
  boost::asio::io_context context_{1};
  WireServer server_{
      context_.get_executor(),
      Wire({{"post", "The \"Post\"", FeedFormat::kRss}, {"herald", "Herald", FeedFormat::kAtom}},
           {}, Wire::Time{}, 100ms),
      {.secret = make_secret()}};
};

TEST_F(WireConfigTest, NamesEveryFeedAndTheWebhookAddress) {
  const std::string origin = server_.origin();
  const toml::table table = toml::parse(format_config(server_, "/tmp/a \"b\".db"));
  EXPECT_EQ(table["store"]["path"].value_or(""), std::string("/tmp/a \"b\".db"));
  EXPECT_EQ(table["feed"].as_array()->size(), 2u);
  EXPECT_EQ(table["feed"][0]["url"].value_or(""), origin + "/feeds/post.xml");
  EXPECT_EQ(table["feed"][0]["outlet"].value_or(""), std::string("The \"Post\""));
  EXPECT_EQ(table["endpoint"][0]["url"].value_or(""), origin + "/hook");
  EXPECT_EQ(table["endpoint"][0]["secret"].value_or(""), server_.secret());
  EXPECT_EQ("http://" + table["network"]["allow_private"][0].value_or(std::string()), origin);
}

TEST(WriteFileTest, ReplacesTheFileAndKeepsItPrivate) {
  const tests::TempFolder folder;
  const std::string file = folder.path("figured.toml");
  std::ofstream(file) << "old and longer";
  write_file(file, "new");
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  EXPECT_EQ(text.str(), "new");
  EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
}

TEST(WriteFileTest, AFolderThatIsNotThereIsAnError) {
  EXPECT_THROW(write_file("/nonexistent/figured.toml", "x"), std::filesystem::filesystem_error);
}

TEST(MakeSecretTest, GivesAnotherEachTime) {
  EXPECT_THAT(make_secret(), testing::StartsWith("whsec_"));
  EXPECT_NE(make_secret(), make_secret());
}

}  // namespace
}  // namespace figured::wire
