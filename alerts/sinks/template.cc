// A body of the operator's own (payload_template.h), signed like any webhook.
#include "alerts/sinks/post.h"
#include "alerts/sinks/webhook.h"

namespace figured::alerts {

net::HttpRequest template_request(const Endpoint& endpoint, const Message& message, SinkTime at) {
  net::HttpRequest request =
      post(endpoint, endpoint.url, endpoint.payload.content_type(), endpoint.payload.fill(message));
  sign(request, endpoint, message, at);
  return request;
}

}  // namespace figured::alerts
