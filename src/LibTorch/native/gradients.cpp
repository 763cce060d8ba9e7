// Automatic differentiation.
#include "boundary.h"

#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

using namespace pn;

int32_t pn_tensor_requires_grad(void* tensor) { return as_tensor(tensor).requires_grad(); }

int32_t pn_tensor_set_requires_grad(void* tensor, int32_t value) {
    return guarded([&] { as_tensor(tensor).requires_grad_(value != 0); });
}

int32_t pn_tensor_grad(void* tensor, void** result) {
    return guarded([&] { *result = hand_over(as_tensor(tensor).grad()); });
}

int32_t pn_tensor_set_grad(void* tensor, void* gradient) {
    return guarded([&] { as_tensor(tensor).mutable_grad() = gradient ? as_tensor(gradient) : at::Tensor(); });
}

int32_t pn_grad(void** outputs, int32_t output_count, void** inputs, int32_t input_count, void** gradients, int32_t retain, int32_t create, int32_t allow_unused, void** results) {
    return guarded([&] {
        const auto found = torch::autograd::grad(
            as_tensors(outputs, output_count),
            as_tensors(inputs, input_count),
            gradients ? as_tensors(gradients, output_count) : torch::autograd::variable_list(),
            retain != 0, create != 0, allow_unused != 0);
        for (int32_t i = 0; i < input_count; ++i) results[i] = hand_over(found[i]);
    });
}

int32_t pn_grad_mode() { return c10::GradMode::is_enabled(); }
void pn_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
