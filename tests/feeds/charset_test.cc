#include "feeds/charset.h"

#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using namespace std::string_literals;

std::string declaring(const std::string& charset, const std::string& words) {
  return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><t>" + words + "</t>";
}

struct CharsetCase {
  std::string name;
  std::string bytes;
  std::string http;  // charset of Content-Type
  std::string text;  // must stand in the result
  std::string charset;
};

class CharsetTest : public testing::TestWithParam<CharsetCase> {};

TEST_P(CharsetTest, ReadsTheWords) {
  const auto result = to_utf8(GetParam().bytes, GetParam().http);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_NE(result->text().find(GetParam().text), std::string::npos) << result->text();
  EXPECT_EQ(result->charset, GetParam().charset);
  EXPECT_TRUE(is_valid_utf8(result->text()));
}

std::string utf16(const std::string& ascii, bool big) {
  std::string wide;
  for (const char c : ascii) wide += big ? "\0"s + c : c + "\0"s;
  return wide;
}

INSTANTIATE_TEST_SUITE_P(
    Declared, CharsetTest,
    testing::Values(
        CharsetCase{"Ascii", "<t>plain</t>", "", "plain", "utf-8"},
        CharsetCase{"Utf8", declaring("utf-8", "Zürich"), "", "Zürich", "utf-8"},
        CharsetCase{"InXml", declaring("windows-1251", "\xcc\xee\xf1\xea\xe2\xe0"), "", "Москва",
                    "windows-1251"},
        CharsetCase{"InHttpOnly", "<t>\xcc\xee\xf1\xea\xe2\xe0</t>", "windows-1251", "Москва",
                    "windows-1251"},
        CharsetCase{"Latin1MeansWindows", declaring("ISO-8859-1", "\x93Ja\x94 \x80"), "", "“Ja” €",
                    "windows-1252"},
        CharsetCase{"Gbk", declaring("GB2312", "\xb1\xb1\xbe\xa9"), "", "北京", "gb18030"},
        CharsetCase{"ShiftJis", declaring("Shift_JIS", "\x93\x8c\x8b\x9e"), "", "東京",
                    "windows-31j"},
        CharsetCase{"Iso2022Jp", declaring("ISO-2022-JP", "\x1b$BEl5~\x1b(B"), "", "東京",
                    "iso-2022-jp"},
        CharsetCase{"SingleQuotes",
                    "<?xml version='1.0' encoding='koi8-r'?><t>\xed\xcf\xd3\xcb\xd7\xc1</t>", "",
                    "Москва", "koi8-r"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Weighed, CharsetTest,
    testing::Values(
        CharsetCase{"ValidUtf8WinsOverXml", declaring("iso-8859-1", "Zürich"), "", "Zürich",
                    "utf-8"},
        CharsetCase{"ValidUtf8WinsOverHttp", "<t>Zürich</t>", "iso-8859-1", "Zürich", "utf-8"},
        CharsetCase{"XmlWinsOverAServersDefault", declaring("windows-1251", "\xcc\xee\xf1"),
                    "iso-8859-1", "Мос", "windows-1251"},
        CharsetCase{"HttpWinsOtherwise", declaring("iso-8859-2", "\xcc\xee\xf1"), "windows-1251",
                    "Мос", "windows-1251"},
        CharsetCase{"SaidUtf8ButIsNot", declaring("utf-8", "caf\xe9"), "", "café", "windows-1252"},
        CharsetCase{"Undeclared", "<t>caf\xe9</t>", "", "café", "windows-1252"},
        CharsetCase{"UnknownNameButUtf8", declaring("x-martian", "Zürich"), "", "Zürich", "utf-8"},
        CharsetCase{"UnknownNameInHttp", declaring("iso-8859-2", "\xb9"), "x-martian", "š",
                    "iso-8859-2"},
        CharsetCase{"PastedPiece", "<t>Zürich Genève Köln caf\xe9</t>", "", "Köln café", "utf-8"},
        CharsetCase{"C1ControlsAreWindows", "<t>don\xc2\x92t</t>", "", "don’t", "utf-8"},
        CharsetCase{"C1ControlsAmongOthers",
                    "<t>\xc2\x93Ja\xc2\x94, 5\xc2\xa0\xc2\x80 \xc2\xbb</t>", "",
                    "“Ja”, 5\xc2\xa0€ »", "utf-8"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Marks, CharsetTest,
    testing::Values(CharsetCase{"Utf8", "\xef\xbb\xbf" + declaring("iso-8859-1", "Zürich"), "",
                                "Zürich", "utf-8"},
                    CharsetCase{"Utf16Le", "\xff\xfe" + utf16("<t>words</t>", false), "",
                                "<t>words</t>", "utf-16le"},
                    CharsetCase{"Utf16Be", "\xfe\xff" + utf16("<t>words</t>", true), "",
                                "<t>words</t>", "utf-16be"},
                    CharsetCase{"Utf16WithoutMark", utf16("<?xml?><t>words</t>", false), "",
                                "<t>words</t>", "utf-16le"},
                    CharsetCase{"SaysUtf16ButIsNot", declaring("utf-16", "words"), "", "words",
                                "utf-8"}),
    [](const auto& test) { return test.param.name; });

TEST(Charset, CountsWhatItCouldNotRead) {
  EXPECT_EQ(to_utf8("<t>Zürich</t>", "")->damaged, 0u);
  EXPECT_EQ(to_utf8("<t>Zürich Köln \xff</t>", "")->damaged, 1u);
}

TEST(Charset, AnUnknownCharsetIsAnErrorWithANextStep) {
  const auto result = to_utf8("<?xml encoding='x-martian'?><t>\x81\x8d\x8f\x90\x9d\x81</t>", "");
  if (result) {  // guessed from the bytes; then it must at least be text
    EXPECT_TRUE(is_valid_utf8(result->text()));
  } else {
    EXPECT_EQ(result.error().kind, FeedErrorKind::kUnknownCharset);
    EXPECT_NE(result.error().message.find("x-martian"), std::string::npos);
  }
}

TEST(Charset, OfContentType) {
  EXPECT_EQ(charset_of_content_type("text/xml; charset=UTF-8"), "utf-8");
  EXPECT_EQ(charset_of_content_type("text/xml;charset=\"koi8-r\"; x=1"), "koi8-r");
  EXPECT_EQ(charset_of_content_type("text/xml"), "");
}

TEST(IsValidUtf8, KnowsTheRules) {
  for (const auto* good : {"", "a", "é", "€", "😀", "\xf4\x8f\xbf\xbf"})
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  for (const auto* bad : {"\x80", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                          "\xf8\x88\x80\x80\x80", "12345678\xc3", "\xe2\x82"})
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
}

TEST(AppendUtf8, WritesEveryLengthAndRefusesSurrogates) {
  std::string text;
  for (const char32_t c : {U'a', U'é', U'€', U'😀', char32_t{0xd800}, char32_t{0x110000}})
    append_utf8(text, c);
  EXPECT_EQ(text, "aé€😀\ufffd\ufffd");
}

}  // namespace
}  // namespace figured::feeds
