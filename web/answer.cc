#include "web/answer.h"

#include <libdeflate.h>
#include <xxhash.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace figured::web {
namespace {

constexpr std::size_t kWorthPacking = 1024;
constexpr int kPackLevel = 5;  // 6 takes a third longer for a hundredth less

// Nothing from elsewhere is loaded, nothing inline is run or styled, nobody frames it, and
// no text becomes markup.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

std::string_view reason_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

std::string_view header_of(const Answer& answer, std::string_view name) {
  for (const net::HttpHeader& header : answer.headers)
    if (header.name == name) return header.value;
  return {};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// The pieces between commas.
template <class Visit>
bool any_of_list(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::string_view piece = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), piece.size() + 1));
    if (visit(trimmed(piece))) return true;
  }
  return false;
}

void add_protection(Answer& answer, bool secure) {
  const auto add = [&](std::string_view name, std::string_view value) {
    if (header_of(answer, name).empty())
      answer.headers.push_back({std::string(name), std::string(value)});
  };
  add("Content-Security-Policy", kContentPolicy);
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  add("Cache-Control", "no-cache");
  add("Vary", "Accept-Encoding, Authorization, Cookie, Origin");
  if (secure) add("Strict-Transport-Security", "max-age=31536000");
}

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos || type.starts_with("image/svg");
}

bool is_read(const net::ServerRequest& request) {
  return request.method == "GET" || request.method == "HEAD";
}

void pack(Answer& answer) {
  answer.body = gzip(answer.body);
  answer.headers.push_back({"Content-Encoding", "gzip"});
}

}  // namespace

Answer json_answer(const boost::json::value& value, int status) {
  return {status, {{"Content-Type", "application/json"}}, boost::json::serialize(value)};
}

Answer problem(int status, std::string_view detail, std::string_view parameter) {
  boost::json::object shape{{"type", "about:blank"},
                            {"title", reason_of(status)},
                            {"status", status},
                            {"detail", detail}};
  if (!parameter.empty()) shape["parameter"] = parameter;
  Answer answer{status,
                {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
                boost::json::serialize(shape)};
  return answer;
}

std::string entity_tag(std::string_view body) {
  const XXH128_hash_t hash = XXH3_128bits(body.data(), body.size());
  char text[40];
  std::snprintf(text, sizeof text, "\"%016llx%08llx\"",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64 & 0xffffffffU));
  return text;
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  const auto opaque = [](std::string_view one) {
    return one.starts_with("W/") ? one.substr(2) : one;
  };
  return any_of_list(if_none_match, [&](std::string_view one) {
    return one == "*" || (!one.empty() && opaque(one) == opaque(tag));
  });
}

bool takes_gzip(std::string_view accept_encoding) {
  return any_of_list(accept_encoding, [](std::string_view one) {
    const std::string_view name = trimmed(one.substr(0, one.find(';')));
    const std::size_t weight = one.find("q=0");
    const bool refused = weight != std::string_view::npos &&
                         one.substr(weight + 3).find_first_not_of(".0 ") == std::string_view::npos;
    return (name == "gzip" || name == "*") && !refused;
  });
}

std::string gzip(std::string_view text) {
  struct Free {
    void operator()(libdeflate_compressor* it) const { libdeflate_free_compressor(it); }
  };
  // It holds no state between two texts, and making one costs more than a short text.
  static thread_local const std::unique_ptr<libdeflate_compressor, Free> compressor(
      libdeflate_alloc_compressor(kPackLevel));
  if (!compressor) throw std::bad_alloc();
  std::string packed(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
  packed.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), packed.data(),
                                         packed.size()));
  if (packed.empty()) throw std::length_error("a text did not fit the bound of its gzip");
  return packed;
}

// One strong tag for both encodings would be wrong (RFC 9110, 8.8.3.3).
Answer prepare_answer(const net::ServerRequest& request, Answer answer) {
  if (answer.stream) return answer;
  if (answer.status == 200 && is_read(request) && header_of(answer, "ETag").empty() &&
      header_of(answer, "Cache-Control") != "no-store")
    answer.headers.push_back({"ETag", "W/" + entity_tag(answer.body)});
  if (answer.body.size() >= kWorthPacking && header_of(answer, "Content-Encoding").empty() &&
      is_text(header_of(answer, "Content-Type")) && takes_gzip(request.header("Accept-Encoding")))
    pack(answer);
  return answer;
}

Answer finish_answer(const net::ServerRequest& request, Answer answer, bool secure) {
  answer = prepare_answer(request, std::move(answer));
  const std::string_view tag = header_of(answer, "ETag");
  if (answer.status == 200 && is_read(request) && !tag.empty() &&
      names_tag(request.header("If-None-Match"), tag)) {
    answer.status = 304;
    answer.body.clear();
  }
  add_protection(answer, secure);
  return answer;
}

}  // namespace figured::web
