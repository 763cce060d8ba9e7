namespace ParityNet.FSharp

open System.Numerics.Tensors
open ParityNet
open ParityNet.Models

/// Losses as curried functions; the prediction comes last, so that it can be piped in.
[<RequireQualifiedAccess>]
module Loss =

    /// The loss of a prediction; shape [1] where it is reduced.
    let value (loss: ILoss<'T>) (target: Tensor<'T>) (prediction: Tensor<'T>) = loss.Value(prediction, Operand<'T> target)

    /// The gradient of the loss with respect to the prediction.
    let gradient (loss: ILoss<'T>) (target: Tensor<'T>) (prediction: Tensor<'T>) = loss.Gradient(prediction, Operand<'T> target)

    /// The loss and its gradient, in one pass.
    let valueAndGradient (loss: ILoss<'T>) (target: Tensor<'T>) (prediction: Tensor<'T>) =
        let both = loss.ValueAndGradient(prediction, Operand<'T> target)
        both.Value, both.Gradient

    /// The loss of scores, given class indices.
    let ofClasses (loss: ILoss<'T>) (labels: Tensor<int64>) (scores: Tensor<'T>) = loss.Value(scores, Operand<'T> labels)

    /// The loss of scores and its gradient, given class indices.
    let ofClassesAndGradient (loss: ILoss<'T>) (labels: Tensor<int64>) (scores: Tensor<'T>) =
        let both = loss.ValueAndGradient(scores, Operand<'T> labels)
        both.Value, both.Gradient

/// Activations as curried functions.
[<RequireQualifiedAccess>]
module Activation =

    /// The activation of an input.
    let apply (activation: IActivation<'T>) (input: Tensor<'T>) = activation.Value input

    /// Propagates a gradient back through the activation.
    let pullback (activation: IActivation<'T>) (input: Tensor<'T>) (cotangent: Tensor<'T>) = activation.Pullback(input, cotangent)

/// Models as curried functions.
[<RequireQualifiedAccess>]
module Model =

    /// The output of the network for a batch.
    let value (model: IModel<'T>) (parameters: seq<Tensor<'T>>) (input: Tensor<'T>) = model.Value(Array.ofSeq parameters, input)

    /// The loss of a batch and its gradient with respect to every parameter.
    let lossAndGradients (model: IModel<'T>) (input: Tensor<'T>) (target: Operand<'T>) (parameters: seq<Tensor<'T>>) =
        let both: LossAndGradients<'T> = model.LossAndGradients(Array.ofSeq parameters, input, target)
        both.Loss, List.ofSeq both.Gradients

    /// The output of the network for a batch, with the given buffers and masks.
    let valueIn (context: ModelContext<'T>) (model: IModel<'T>) (parameters: seq<Tensor<'T>>) (input: Tensor<'T>) =
        model.Value(Array.ofSeq parameters, input, context)

    /// The loss of a batch, its gradients and the buffers after it, with the given buffers and masks.
    let lossAndGradientsIn (context: ModelContext<'T>) (model: IModel<'T>) (input: Tensor<'T>) (target: Operand<'T>) (parameters: seq<Tensor<'T>>) =
        let both: LossAndGradients<'T> = model.LossAndGradients(Array.ofSeq parameters, input, target, context)
        both.Loss, List.ofSeq both.Gradients, List.ofSeq both.Buffers
