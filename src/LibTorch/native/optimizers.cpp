// The optimizers of libtorch's own C++ library. Options come in the order of the .NET constructors.
#include "boundary.h"

#include <torch/optim.h>

#include <memory>
#include <sstream>

using namespace pn;
using namespace torch::optim;

namespace {

// libtorch 1.13 keys the state by the printed address of the parameter, 2.x by the address itself.
template <typename Map>
OptimizerParamState* find_state(Map& states, const at::Tensor& parameter) {
    using Key = typename Map::key_type;
    const auto found = [&] {
        if constexpr (std::is_same_v<Key, std::string>) {
            std::ostringstream text;
            text << parameter.unsafeGetTensorImpl();
            return states.find(text.str());
        } else {
            return states.find(static_cast<Key>(parameter.unsafeGetTensorImpl()));
        }
    }();
    return found == states.end() ? nullptr : found->second.get();
}

Optimizer& as_optimizer(void* handle) { return *static_cast<Optimizer*>(handle); }

std::unique_ptr<Optimizer> create(int32_t kind, std::vector<at::Tensor> parameters, const double* o) {
    switch (kind) {
        case pn_sgd:
            return std::make_unique<SGD>(parameters, SGDOptions(o[0]).momentum(o[1]).dampening(o[2]).weight_decay(o[3]).nesterov(o[4] != 0));
        case pn_adam:
            return std::make_unique<Adam>(parameters, AdamOptions(o[0]).betas(std::make_tuple(o[1], o[2])).eps(o[3]).weight_decay(o[4]).amsgrad(o[5] != 0));
        case pn_adamw:
            return std::make_unique<AdamW>(parameters, AdamWOptions(o[0]).betas(std::make_tuple(o[1], o[2])).eps(o[3]).weight_decay(o[4]).amsgrad(o[5] != 0));
        case pn_adagrad:
            return std::make_unique<Adagrad>(parameters, AdagradOptions(o[0]).lr_decay(o[1]).weight_decay(o[2]).initial_accumulator_value(o[3]).eps(o[4]));
        case pn_rmsprop:
            return std::make_unique<RMSprop>(parameters, RMSpropOptions(o[0]).alpha(o[1]).eps(o[2]).weight_decay(o[3]).momentum(o[4]).centered(o[5] != 0));
        default:
            TORCH_CHECK(false, "optimizer kind must be known: expected 0 to 4, got ", kind, ".");
    }
}

at::Tensor buffer(OptimizerParamState& state, int32_t kind, int32_t slot) {
    switch (kind) {
        case pn_sgd:
            return static_cast<SGDParamState&>(state).momentum_buffer();
        case pn_adam: {
            auto& it = static_cast<AdamParamState&>(state);
            return slot == 0 ? it.exp_avg() : slot == 1 ? it.exp_avg_sq() : it.max_exp_avg_sq();
        }
        case pn_adamw: {
            auto& it = static_cast<AdamWParamState&>(state);
            return slot == 0 ? it.exp_avg() : slot == 1 ? it.exp_avg_sq() : it.max_exp_avg_sq();
        }
        case pn_adagrad:
            return static_cast<AdagradParamState&>(state).sum();
        default: {
            auto& it = static_cast<RMSpropParamState&>(state);
            return slot == 0 ? it.square_avg() : slot == 1 ? it.momentum_buffer() : it.grad_avg();
        }
    }
}

int64_t steps_of(OptimizerParamState& state, int32_t kind) {
    switch (kind) {
        case pn_adam:
            return static_cast<AdamParamState&>(state).step();
        case pn_adamw:
            return static_cast<AdamWParamState&>(state).step();
        case pn_adagrad:
            return static_cast<AdagradParamState&>(state).step();
        case pn_rmsprop:
            return static_cast<RMSpropParamState&>(state).step();
        default:
            return 0;
    }
}

}  // namespace

int32_t pn_optimizer_new(int32_t kind, void** parameters, int32_t count, const double* options, void** result) {
    return guarded([&] { *result = create(kind, as_tensors(parameters, count), options).release(); });
}

void pn_optimizer_free(void* optimizer) { delete static_cast<Optimizer*>(optimizer); }

int32_t pn_optimizer_step(void* optimizer) {
    return guarded([&] { as_optimizer(optimizer).step(); });
}

int32_t pn_optimizer_buffer(void* optimizer, void* parameter, int32_t kind, int32_t slot, void** result) {
    return guarded([&] {
        auto* state = find_state(as_optimizer(optimizer).state(), as_tensor(parameter));
        *result = state ? hand_over(buffer(*state, kind, slot)) : nullptr;
    });
}

int32_t pn_optimizer_steps(void* optimizer, void* parameter, int32_t kind, int64_t* steps) {
    return guarded([&] {
        auto* state = find_state(as_optimizer(optimizer).state(), as_tensor(parameter));
        *steps = state ? steps_of(*state, kind) : 0;
    });
}
