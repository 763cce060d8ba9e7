// The C surface between ParityNet.LibTorch and libtorch. Every function that can fail returns 0 when it
// succeeded and 1 when it threw; the message is then read with pn_error on the same thread.
#pragma once

#include <cstdint>

#define PN_API extern "C" __attribute__((visibility("default")))

enum pn_tag : int32_t {
    pn_none = 1,
    pn_tensor = 2,
    pn_tensor_list = 3,
    pn_int = 4,
    pn_int_list = 5,
    pn_double = 6,
    pn_bool = 7,
    pn_string = 8,
};

struct pn_argument {
    int32_t tag;
    int32_t count;
    union {
        int64_t integer;
        double real;
        void* pointer;
    };
};

enum pn_optimizer_kind : int32_t { pn_sgd = 0, pn_adam = 1, pn_adamw = 2, pn_adagrad = 3, pn_rmsprop = 4 };

PN_API const char* pn_error();
PN_API const char* pn_version();
PN_API const char* pn_build();
PN_API int64_t pn_live_tensors();

PN_API int32_t pn_operator(const char* name, const char* overload, void** result);
PN_API int32_t pn_call(void* op, const pn_argument* arguments, int32_t count, void** results, int32_t result_count);

PN_API int32_t pn_tensor_from_memory(const void* data, int32_t dtype, const int64_t* sizes, int32_t dim, int32_t requires_grad, void** result);
PN_API void pn_tensor_free(void* tensor);
PN_API int32_t pn_tensor_dim(void* tensor);
PN_API int32_t pn_tensor_dtype(void* tensor);
PN_API int64_t pn_tensor_numel(void* tensor);
PN_API void pn_tensor_sizes(void* tensor, int64_t* sizes);
PN_API int32_t pn_tensor_copy_to(void* tensor, void* destination, int64_t bytes);

PN_API int32_t pn_tensor_requires_grad(void* tensor);
PN_API int32_t pn_tensor_set_requires_grad(void* tensor, int32_t value);
PN_API int32_t pn_tensor_grad(void* tensor, void** result);
PN_API int32_t pn_tensor_set_grad(void* tensor, void* gradient);
PN_API int32_t pn_grad(void** outputs, int32_t output_count, void** inputs, int32_t input_count, void** gradients, int32_t retain, int32_t create, int32_t allow_unused, void** results);
PN_API int32_t pn_grad_mode();
PN_API void pn_set_grad_mode(int32_t enabled);

PN_API int32_t pn_threads();

PN_API int32_t pn_optimizer_new(int32_t kind, void** parameters, int32_t count, const double* options, void** result);
PN_API void pn_optimizer_free(void* optimizer);
PN_API int32_t pn_optimizer_step(void* optimizer);
PN_API int32_t pn_optimizer_buffer(void* optimizer, void* parameter, int32_t kind, int32_t slot, void** result);
PN_API int32_t pn_optimizer_steps(void* optimizer, void* parameter, int32_t kind, int64_t* steps);
