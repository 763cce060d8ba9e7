/// The mathematics to prove: put your own here.
module MyMath

open System
open ParityNet.Parity.Proving

/// Huber's loss with threshold 1: the value and the derivative of one element.
let loss (prediction: float32) (target: float32) =
    let r = prediction - target
    let derivative = Math.Clamp(r, -1f, 1f)
    ValueAndDerivative(derivative * (r - derivative / 2f), derivative)

/// Gradient descent with momentum 0.9: one step of one parameter.
let step (step: ElementStep<float32>) =
    let buffer = if step.Number = 1L then step.Gradient else 0.9f * step["momentum_buffer"] + step.Gradient
    step.WithParameter(step.Parameter - float32 step.LearningRate * buffer).WithState("momentum_buffer", buffer)
