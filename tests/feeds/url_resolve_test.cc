#include "feeds/url_resolve.h"

#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

struct UrlCase {
  std::string name;
  std::string base;
  std::string reference;
  std::string url;
};

class ResolveUrlTest : public testing::TestWithParam<UrlCase> {};

TEST_P(ResolveUrlTest, Resolves) {
  EXPECT_EQ(resolve_url(GetParam().base, GetParam().reference), GetParam().url);
}

const std::string kBase = "http://a.example/b/c/d?q#f";

INSTANTIATE_TEST_SUITE_P(
    Cases, ResolveUrlTest,
    testing::Values(UrlCase{"Absolute", kBase, "https://z.example/x", "https://z.example/x"},
                    UrlCase{"Sibling", kBase, "g", "http://a.example/b/c/g"},
                    UrlCase{"Here", kBase, "./g", "http://a.example/b/c/g"},
                    UrlCase{"Up", kBase, "../g", "http://a.example/b/g"},
                    UrlCase{"UpTooFar", kBase, "../../../../g", "http://a.example/g"},
                    UrlCase{"Folder", kBase, "..", "http://a.example/b/"},
                    UrlCase{"Root", kBase, "/g?x=1", "http://a.example/g?x=1"},
                    UrlCase{"Host", kBase, "//z.example/g", "http://z.example/g"},
                    UrlCase{"Query", kBase, "?y", "http://a.example/b/c/d?y"},
                    UrlCase{"Fragment", kBase, "#s", "http://a.example/b/c/d?q#s"},
                    UrlCase{"DotsInQuery", kBase, "g?y=../x", "http://a.example/b/c/g?y=../x"},
                    UrlCase{"HostOnlyBase", "http://a.example", "g", "http://a.example/g"},
                    UrlCase{"Blanks", kBase, " a b ", "http://a.example/b/c/a b"},
                    UrlCase{"NoBase", "", "g", "g"}, UrlCase{"RelativeBase", "x/y", "g", "g"},
                    UrlCase{"UrnBase", "urn:isbn:1", "g", "g"},
                    UrlCase{"Mail", kBase, "mailto:a@b.example", "mailto:a@b.example"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
