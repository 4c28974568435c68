// figurectl train: fits the weights of sameness to the base set and to what was
// decided about the store's disputes; shows what that changes and, with --write,
// writes them down.  With --rows it makes the base set of labelled articles.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

CLI::App* add_train_verb(CLI::App& app, int& exit_code);

}  // namespace figured::cli
