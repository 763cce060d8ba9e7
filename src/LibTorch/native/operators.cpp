// One function calls any operator: boxed arguments through the dispatcher, the schema's own defaults for the rest.
#include "boundary.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/scalar_tensor.h>

using namespace pn;

namespace {

struct Operator {
    explicit Operator(c10::OperatorHandle found) : handle(found) {
        for (const auto& argument : found.schema().arguments()) {
            defaults.push_back(argument.default_value() ? *argument.default_value() : c10::IValue());
            required.push_back(!argument.default_value());
            real.push_back(argument.type()->kind() == c10::TypeKind::FloatType);
        }
    }

    c10::OperatorHandle handle;
    std::vector<c10::IValue> defaults;
    std::vector<bool> required;
    std::vector<bool> real;
};

c10::IValue unpack(const pn_argument& argument, bool real) {
    switch (argument.tag) {
        case pn_none:
            return {};
        case pn_tensor:
            return as_tensor(argument.pointer);
        case pn_tensor_list: {
            c10::List<at::Tensor> list;
            for (int32_t i = 0; i < argument.count; ++i)
                list.push_back(as_tensor(static_cast<void**>(argument.pointer)[i]));
            return list;
        }
        case pn_int:
            return real ? c10::IValue(static_cast<double>(argument.integer)) : c10::IValue(argument.integer);
        case pn_int_list: {
            const auto* first = static_cast<const int64_t*>(argument.pointer);
            return std::vector<int64_t>(first, first + argument.count);
        }
        case pn_double:
            return argument.real;
        case pn_bool:
            return argument.integer != 0;
        case pn_string:
            return std::string(static_cast<const char*>(argument.pointer), argument.count);
        default:
            TORCH_CHECK(false, "argument tag must be known: expected 1 to 8, got ", argument.tag, ".");
    }
}

}  // namespace

int32_t pn_operator(const char* name, const char* overload, void** result) {
    return guarded([&] {
        *result = new Operator(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
    });
}

int32_t pn_call(void* op, const pn_argument* arguments, int32_t count, void** results, int32_t result_count) {
    return guarded([&] {
        const auto& callee = *static_cast<Operator*>(op);
        const auto total = static_cast<int32_t>(callee.defaults.size());
        TORCH_CHECK(count <= total, "arguments must fit the schema ", callee.handle.schema(), ": got ", count, ".");

        // A call may run on behalf of another call on this thread (hooks), so the stack is not shared.
        torch::jit::Stack stack;
        stack.reserve(total);
        for (int32_t i = 0; i < total; ++i) {
            if (i < count) {
                stack.push_back(unpack(arguments[i], callee.real[i]));
            } else {
                TORCH_CHECK(!callee.required[i], "argument ", i, " must be given: ", callee.handle.schema(), ".");
                stack.push_back(callee.defaults[i]);
            }
        }
        callee.handle.callBoxed(&stack);

        int32_t written = 0;
        const auto add = [&](const at::Tensor& tensor) {
            TORCH_CHECK(written < result_count, "results must fit: expected at most ", result_count, ".");
            results[written++] = hand_over(tensor);
        };
        for (const auto& value : stack) {
            if (value.isTensor()) {
                add(value.toTensor());
            } else if (value.isTensorList()) {
                for (const at::Tensor& tensor : value.toTensorVector()) add(tensor);
            } else if (value.isBool()) {
                add(at::scalar_tensor(value.toBool(), at::kBool));
            } else {
                TORCH_CHECK(false, "a result must be a tensor: ", callee.handle.schema(), ".");
            }
        }
    });
}
