// Whether a push comes from the hub that was given our secret (WebSub, section 8).
#pragma once
#include <string_view>

namespace figured::feeds {

// `header` is X-Hub-Signature: "sha256=" and the HMAC of the body under the secret in
// hexadecimal digits; sha1, sha384 and sha512 too.  False of anything else.  How long it
// takes does not depend on where the signature differs.
bool is_signed(std::string_view body, std::string_view header, std::string_view secret);

}  // namespace figured::feeds
