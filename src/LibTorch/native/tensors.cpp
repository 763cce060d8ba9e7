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

void pn_tensor_free(void* tensor) {
    delete static_cast<at::Tensor*>(tensor);
    live_tensors.fetch_sub(1, std::memory_order_relaxed);
}

int32_t pn_tensor_dim(void* tensor) { return static_cast<int32_t>(as_tensor(tensor).dim()); }
int32_t pn_tensor_dtype(void* tensor) { return static_cast<int32_t>(as_tensor(tensor).scalar_type()); }
int64_t pn_tensor_numel(void* tensor) { return as_tensor(tensor).numel(); }

void pn_tensor_sizes(void* tensor, int64_t* sizes) {
    const auto lengths = as_tensor(tensor).sizes();
    std::copy(lengths.begin(), lengths.end(), sizes);
}

int32_t pn_tensor_copy_to(void* tensor, void* destination, int64_t bytes) {
    return guarded([&] {
        const auto dense = as_tensor(tensor).detach().contiguous();
        TORCH_CHECK(static_cast<int64_t>(dense.nbytes()) == bytes, "destination must hold the tensor: expected ", dense.nbytes(), " bytes, got ", bytes, ".");
        if (bytes > 0) std::memcpy(destination, dense.data_ptr(), bytes);
    });
}

int32_t pn_threads() { return at::get_num_threads(); }
