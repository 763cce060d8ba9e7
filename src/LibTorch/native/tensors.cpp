// Tensors in and out of the caller's memory, library state, and the last error.
#include "boundary.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <torch/version.h>

#include <cstring>

namespace pn {

thread_local std::string last_error;
std::atomic<int64_t> live_tensors{0};

}  // namespace pn

using namespace pn;

const char* pn_error() { return last_error.c_str(); }
const char* pn_version() { return TORCH_VERSION; }
int64_t pn_live_tensors() { return live_tensors.load(); }

const char* pn_build() {
    static const std::string text = at::show_config();
    return text.c_str();
}

int32_t pn_tensor_from_memory(const void* data, int32_t dtype, const int64_t* sizes, int32_t dim, int32_t requires_grad, void** result) {
    return guarded([&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, dim), at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        if (requires_grad) tensor.set_requires_grad(true);
        *result = hand_over(std::move(tensor));
    });
}

int32_t pn_tensor_alias(void* tensor, void** result) {
    return guarded([&] { *result = hand_over(as_tensor(tensor)); });
}

void pn_tensor_free(void* tensor) {
    delete static_cast<at::Tensor*>(tensor);
    live_tensors.fetch_sub(1, std::memory_order_relaxed);
}

int32_t pn_tensor_dim(void* tensor) { return static_cast<int32_t>(as_tensor(tensor).dim()); }
int32_t pn_tensor_dtype(void* tensor) { return static_cast<int32_t>(as_tensor(tensor).scalar_type()); }
int64_t pn_tensor_numel(void* tensor) { return as_tensor(tensor).numel(); }
int32_t pn_tensor_is_contiguous(void* tensor) { return as_tensor(tensor).is_contiguous(); }

void pn_tensor_layout(void* tensor, int64_t* sizes, int64_t* strides) {
    const auto& it = as_tensor(tensor);
    if (sizes) std::copy(it.sizes().begin(), it.sizes().end(), sizes);
    if (strides) std::copy(it.strides().begin(), it.strides().end(), strides);
}

int32_t pn_tensor_data(void* tensor, void** result) {
    return guarded([&] { *result = as_tensor(tensor).data_ptr(); });
}

int32_t pn_tensor_copy_to(void* tensor, void* destination, int64_t bytes) {
    return guarded([&] {
        const auto dense = as_tensor(tensor).detach().contiguous();
        TORCH_CHECK(static_cast<int64_t>(dense.nbytes()) == bytes, "destination must hold the tensor: expected ", dense.nbytes(), " bytes, got ", bytes, ".");
        if (bytes > 0) std::memcpy(destination, dense.data_ptr(), bytes);
    });
}

int32_t pn_tensor_copy_from(void* tensor, const void* source, int64_t bytes) {
    return guarded([&] {
        auto target = as_tensor(tensor).detach();
        auto dense = at::empty(target.sizes(), target.options());
        TORCH_CHECK(static_cast<int64_t>(dense.nbytes()) == bytes, "source must fill the tensor: expected ", dense.nbytes(), " bytes, got ", bytes, ".");
        if (bytes > 0) std::memcpy(dense.data_ptr(), source, bytes);
        target.copy_(dense);
    });
}

int32_t pn_threads() { return at::get_num_threads(); }
int32_t pn_set_threads(int32_t count) { return guarded([&] { at::set_num_threads(count); }); }
int32_t pn_interop_threads() { return at::get_num_interop_threads(); }
int32_t pn_set_interop_threads(int32_t count) { return guarded([&] { at::set_num_interop_threads(count); }); }
int32_t pn_manual_seed(int64_t seed) { return guarded([&] { at::manual_seed(seed); }); }
