// A static library needs one object of its own; the resources are linked beside it.
namespace resources {
void anchor() {}
} // namespace resources
