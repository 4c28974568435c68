// Answer: what the page says to a request, before it is sent.
//
// A handler makes one; finish_answer() makes of it what this client gets: its own copy
// that still holds is not sent again, text is compressed, and every answer carries the
// headers that keep a browser from doing more with it than it is meant for.
#pragma once
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "net/http_server.h"

namespace figured::web {

using Answer = net::ServerResponse;

Answer json_answer(const boost::json::value& value, int status = 200);

// RFC 9457 problem details.  `detail` is a sentence; `parameter` names what is wrong.
Answer problem(int status, std::string_view detail, std::string_view parameter = {});

// A strong validator of the body (RFC 9110, 8.8.3).
std::string entity_tag(std::string_view body);

// Whether one of the tags of an If-None-Match header is `tag`, compared weakly.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// Whether an Accept-Encoding header takes gzip.
bool takes_gzip(std::string_view accept_encoding);

std::string gzip(std::string_view text);

// With its ETag, and packed where the client takes that: what holds for all who ask so.
Answer prepare_answer(const net::ServerRequest& request, Answer answer);

// Prepares it unless it is; adds 304 and what must stand on every answer.  `secure` says that
// people reach the page by https.
Answer finish_answer(const net::ServerRequest& request, Answer answer, bool secure);

}  // namespace figured::web
