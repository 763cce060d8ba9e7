// What every file of the shim needs: turning exceptions into messages, and tensors into counted handles.
#pragma once

#include "paritynet_torch.h"

#include <ATen/core/Tensor.h>

#include <atomic>
#include <string>
#include <vector>

namespace pn {

extern thread_local std::string last_error;
extern std::atomic<int64_t> live_tensors;

// libtorch appends a C++ backtrace after the first lines; a caller in .NET has its own.
inline int32_t fail(const c10::Error& error) {
    last_error = error.what_without_backtrace();
    return 1;
}

inline int32_t fail(const std::exception& error) {
    last_error = error.what();
    return 1;
}

template <typename Body>
int32_t guarded(Body&& body) {
    try {
        body();
        return 0;
    } catch (const c10::Error& error) {
        return fail(error);
    } catch (const std::exception& error) {
        return fail(error);
    } catch (...) {
        last_error = "libtorch threw something that is no std::exception.";
        return 1;
    }
}

inline at::Tensor& as_tensor(void* handle) { return *static_cast<at::Tensor*>(handle); }

inline void* hand_over(at::Tensor tensor) {
    if (!tensor.defined()) return nullptr;
    live_tensors.fetch_add(1, std::memory_order_relaxed);
    return new at::Tensor(std::move(tensor));
}

inline std::vector<at::Tensor> as_tensors(void** handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int32_t i = 0; i < count; ++i)
        tensors.push_back(handles && handles[i] ? as_tensor(handles[i]) : at::Tensor());
    return tensors;
}

}  // namespace pn
