// FetchStatus: what an HTTP answer is, told before its body is read as a feed.
#pragma once
#include <string>

#include "net/http_client.h"

namespace figured::feeds {

struct FetchStatus {
  // By which fetches are told apart: "ok", "unchanged", "http-404", "login",
  // "challenge", "gone", or the kind of a network, decoding or feed error.
  std::string code = "ok";
  std::string error;  // a sentence with the next step; "" = the body can be read
};

// Of an answer that is not 304: by its status, by the header cf-mitigated and, of
// a refusal, by the page that came with it.
FetchStatus fetch_status(const net::HttpResponse& answer);

}  // namespace figured::feeds
