#include "feeds/websub/hub_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/parser.h"

namespace figured::feeds {
namespace {

using testing::ElementsAre;

constexpr char kPolled[] = "https://harbour.example/rss";

struct LinkCase {
  std::string name;
  std::string header;
  std::vector<HeaderLink> links;
};

class LinkHeaderTest : public testing::TestWithParam<LinkCase> {};

TEST_P(LinkHeaderTest, IsRead) {
  EXPECT_EQ(parse_link_header(GetParam().header), GetParam().links);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LinkHeaderTest,
    testing::Values(
        LinkCase{"One", "<https://hub.example/>; rel=\"hub\"", {{"https://hub.example/", "hub"}}},
        LinkCase{"Token", "<https://hub.example/>;rel=hub", {{"https://hub.example/", "hub"}}},
        LinkCase{"Two", "<a>; rel=hub, <b>; rel=self", {{"a", "hub"}, {"b", "self"}}},
        LinkCase{"CommasWithin", "<a,b>; title=\"x, y; z\"; rel=\"self\"", {{"a,b", "self"}}},
        LinkCase{"Quotes", R"(<a>; title="say \"hub\""; rel="hub")", {{"a", "hub"}}},
        LinkCase{"FirstRel", "<a>; rel=hub; rel=self", {{"a", "hub"}}},
        LinkCase{"Several", "<a>; REL=\"self hub\"", {{"a", "self hub"}}},
        LinkCase{"NoRel", "<a>", {{"a", ""}}}, LinkCase{"Empty", "", {}},
        LinkCase{"Unclosed", "<a", {}}, LinkCase{"CutShort", "<a>; rel=\"hu", {{"a", "hu"}}},
        LinkCase{"Rubbish", ";;,=,<a>;;=;rel=hub", {{"a", "hub"}}}),
    [](const auto& test) { return test.param.name; });

struct HubCase {
  std::string name;
  std::vector<std::string> headers;
  std::string links;  // of the document
  HubLink found;
};

class FindHubTest : public testing::TestWithParam<HubCase> {};

TEST_P(FindHubTest, ByHeaderThenDocument) {
  net::HttpResponse answer;
  answer.url = kPolled;
  for (const std::string& header : GetParam().headers) answer.headers.push_back({"link", header});
  const auto document =
      parse_feed(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>)" +
                     GetParam().links + "<entry><id>1</id><title>One</title></entry></feed>",
                 {"application/atom+xml", "", "", kPolled});
  ASSERT_TRUE(document);
  EXPECT_EQ(find_hub(answer, *document), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FindHubTest,
    testing::Values(
        HubCase{"None", {}, R"(<link rel="self" href="https://harbour.example/a"/>)", {"", ""}},
        HubCase{"OfTheDocument",
                {},
                R"(<link rel="hub" href="https://hub.example/"/>
                   <link rel="self" href="https://harbour.example/a"/>)",
                {"https://hub.example/", "https://harbour.example/a"}},
        HubCase{"WithoutSelf",
                {},
                R"(<link rel="hub" href="https://hub.example/"/>)",
                {"https://hub.example/", kPolled}},
        HubCase{"TheHeaderGoesBefore",
                {"<https://first.example/>; rel=hub, </topic>; rel=self"},
                R"(<link rel="hub" href="https://hub.example/"/>
                   <link rel="self" href="https://harbour.example/a"/>)",
                {"https://first.example/", "https://harbour.example/topic"}},
        HubCase{"OfSeveralTheFirstThatCanBeAsked",
                {"<ftp://hub.example/>; rel=hub", "<https://second.example/>; rel=hub"},
                "",
                {"https://second.example/", kPolled}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
