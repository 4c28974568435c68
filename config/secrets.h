// Where the secrets of an endpoint stand: in the configuration itself, in a file,
// in the environment, or among the service's credentials.
#pragma once
#include <string>
#include <vector>

#include "alerts/standard_webhooks.h"
#include "config/field.h"

namespace figured::config {

// The secrets that a text holds, parted by white space; while one is changed for
// another there are two.  What is wrong is noted without the text itself.
void read_secrets(const Field& field, const std::string& text,
                  std::vector<alerts::WebhookSecret>& into);

// The same from where the key's value leads to.
void read_secret_file(const Field& field, std::vector<alerts::WebhookSecret>& into);
void read_secret_variable(const Field& field, std::vector<alerts::WebhookSecret>& into);
// A file in $CREDENTIALS_DIRECTORY.
void read_secret_credential(const Field& field, std::vector<alerts::WebhookSecret>& into);

}  // namespace figured::config
