// The keys of [page] that take more than a line to read.
#pragma once
#include <cstdint>
#include <string>

#include "config/keys.h"
#include "config/secret_text.h"
#include "web/options.h"

namespace figured::config {

// "127.0.0.1:8420", "[::1]:8420"; port 0 is one that is free.
void read_listen(const Field& field, std::string& address, std::uint16_t& port);

// http or https, a host, no path.
void read_page_url(const Field& field, std::string& into);

// The token; of it only the hash is kept.
void read_page_token(const Field& field, SecretPlace place, web::PageOptions& into);

// SHA-256 of the token, 64 hexadecimal digits.
void read_token_hash(const Field& field, web::PageOptions& into);

// Notes where strangers would be let to an address without a token to tell them by.
void check_page(const Table& file, const web::PageOptions& page, Source& source);

}  // namespace figured::config
