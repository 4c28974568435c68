#include "wire/wire_feed.h"

#include <ctime>

namespace figured::wire {
namespace {

std::string format_time(std::chrono::sys_seconds time, const char* format) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[64];
  return {text, std::strftime(text, sizeof text, format, &utc)};
}

std::string format_iso_time(std::chrono::sys_seconds time) {
  return format_time(time, "%Y-%m-%dT%H:%M:%SZ");
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

// `name` may carry attributes.
std::string element(std::string_view name, std::string_view markup) {
  const std::string_view end = name.substr(0, name.find(' '));
  return "<" + std::string(name) + ">" + std::string(markup) + "</" + std::string(end) + ">\n";
}

// The parts of the text that HTML knows: dateline in front, one <p> a paragraph.
std::string paragraph(const WireArticle& article, std::size_t index) {
  const std::string text = escaped(article.paragraphs[index]);
  if (index > 0 || article.dateline.empty()) return "<p>" + text + "</p>\n";
  return "<p><strong>" + escaped(article.dateline) + "</strong> &#8212; " + text + "</p>\n";
}

std::string body_html(const WireArticle& article) {
  std::string html;
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) html += paragraph(article, i);
  return html;
}

std::string summary_html(const WireArticle& article) {
  return article.paragraphs.empty() ? "" : paragraph(article, 0);
}

std::string link_of(const WireArticle& article, std::string_view origin) {
  return escaped(std::string(origin) + "/articles/" + article.slug);
}

// The first words, as an editor's system cuts them.
std::string teaser_html(const WireArticle& article) {
  constexpr std::size_t kLongest = 120;
  if (article.paragraphs.empty()) return {};
  std::string text = article.paragraphs[0];
  if (text.size() > kLongest) text.resize(std::min(text.rfind(' ', kLongest), kLongest));
  return "<p>" + escaped(text) + " [&#8230;]</p>";
}

// The elements of an item that hold its words.
std::string words_of(const Outlet& outlet, const WireArticle& article, const std::string& summary,
                     const std::string& content, const std::string& body) {
  if (outlet.summaries_only) return element(summary, escaped(teaser_html(article)));
  return element(summary, escaped(summary_html(article))) + element(content, body);
}

std::string rss_item(const Outlet& outlet, const WireArticle& article, std::string_view origin) {
  return "<item>\n" + element("title", escaped(article.title)) +
         element("link", link_of(article, origin)) + "<guid isPermaLink=\"false\">" +
         escaped(article.outlet + ":" + article.slug) + "</guid>\n" +
         element("pubDate", format_http_time(article.published)) +
         words_of(outlet, article, "description", "content:encoded",
                  "<![CDATA[" + body_html(article) + "]]>") +
         "</item>\n";
}

std::string render_rss(const Outlet& outlet, const std::vector<WireArticle>& articles,
                       std::string_view origin, std::chrono::sys_seconds changed) {
  std::string items;
  for (const WireArticle& article : articles) items += rss_item(outlet, article, origin);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n"
         "<channel>\n" +
         element("title", escaped(outlet.name)) + element("link", escaped(origin)) +
         element("description", escaped("All news of " + outlet.name)) +
         element("lastBuildDate", format_http_time(changed)) + items + "</channel>\n</rss>\n";
}

std::string atom_entry(const Outlet& outlet, const WireArticle& article, std::string_view origin) {
  return "<entry>\n" + element("title", escaped(article.title)) +
         element("id", "urn:wire:" + escaped(article.outlet + ":" + article.slug)) +
         "<link rel=\"alternate\" href=\"" + link_of(article, origin) + "\"/>\n" +
         element("published", format_iso_time(article.published)) +
         element("updated", format_iso_time(article.updated)) +
         words_of(outlet, article, "summary type=\"html\"", "content type=\"html\"",
                  escaped(body_html(article))) +
         "</entry>\n";
}

std::string render_atom(const Outlet& outlet, const std::vector<WireArticle>& articles,
                        std::string_view origin, std::chrono::sys_seconds changed) {
  std::string entries;
  for (const WireArticle& article : articles) entries += atom_entry(outlet, article, origin);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
         element("title", escaped(outlet.name)) + element("id", "urn:wire:" + escaped(outlet.id)) +
         element("updated", format_iso_time(changed)) + "<author>" +
         element("name", escaped(outlet.name)) + "</author>\n" + entries + "</feed>\n";
}

std::string menu() {
  std::string items;
  for (const auto* name : {"Home", "World", "Business", "Sport", "Weather", "Culture"})
    items += element("li", element("a href=\"/\"", name));
  return element("ul", items);
}

std::string cookie_notice() {
  return element(
      "div class=\"cookie-consent\"",
      "<p>We and our 214 partners store cookies on this device. You may change your mind "
      "at any time.</p>");
}

// Figures that are not the article's.
std::string related() {
  return element("aside class=\"related\"",
                 "<h3>Related</h3><p><a href=\"/\">Ferry carries 1,900 people through the storm, "
                 "and 7 sheep</a></p>");
}

std::string comments() {
  return element(
      "section id=\"comments\"",
      "<h2>2 comments</h2><p>I have counted 9,000 dead on my own street, believe me, and "
      "nobody writes about it.</p><p>That is not true, there were 12 at most.</p>");
}

std::string json_ld(const WireArticle& article) {
  return "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"datePublished\":\"" +
         format_iso_time(article.published) + "\"}";
}

}  // namespace

std::string render_feed(const Outlet& outlet, const std::vector<WireArticle>& articles,
                        std::string_view origin, std::chrono::sys_seconds changed) {
  return outlet.format == FeedFormat::kRss ? render_rss(outlet, articles, origin, changed)
                                           : render_atom(outlet, articles, origin, changed);
}

std::string render_page(const Outlet& outlet, const WireArticle& article) {
  const std::string head = "<meta charset=\"utf-8\">" +
                           element("title", escaped(article.title + " | " + outlet.name)) +
                           element("script type=\"application/ld+json\"", json_ld(article));
  const std::string main =
      element("h1", escaped(article.title)) + element("p class=\"byline\"", "By the newsroom") +
      element("div class=\"share-bar\"", "<a href=\"#\">Share</a> <a href=\"#\">Mail</a>") +
      element("div class=\"story-body\"", body_html(article) + related());
  return "<!DOCTYPE html>\n<html lang=\"en\">" + element("head", head) +
         element("body", cookie_notice() + element("nav", menu()) + element("article", main) +
                             comments() + element("footer", menu())) +
         "</html>\n";
}

std::string_view feed_media_type(FeedFormat format) {
  return format == FeedFormat::kRss ? "application/rss+xml; charset=utf-8"
                                    : "application/atom+xml; charset=utf-8";
}

std::string format_http_time(std::chrono::sys_seconds time) {
  return format_time(time, "%a, %d %b %Y %H:%M:%S GMT");
}

}  // namespace figured::wire
