// Where the secrets of an endpoint stand: in the configuration itself, in a file,
// in the environment, or among the service's credentials.
#pragma once
#include <string>
#include <vector>

#include "alerts/standard_webhooks.h"
#include "config/field.h"
#include "config/secret_text.h"

namespace figured::config {

// The webhook secrets there, parted by white space; while one is changed for another
// there are two.
void read_secrets(const Field& field, SecretPlace place, std::vector<alerts::WebhookSecret>& into);

// A bot's or a server's token, or a password: one word.
void read_token(const Field& field, SecretPlace place, std::string& into);

// A URL that is a secret itself, as chat services give it to their webhooks.
void read_secret_url(const Field& field, SecretPlace place, std::string& into);

}  // namespace figured::config
