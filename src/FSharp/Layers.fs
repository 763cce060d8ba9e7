namespace ParityNet.FSharp

open System.Collections.Immutable
open System.Numerics.Tensors
open ParityNet
open ParityNet.Initializers
open ParityNet.Layers

/// Named arguments of losses, activations and layers, built in a pipeline.
[<RequireQualifiedAccess>]
module Operands =

    /// Arguments of numbers, by name.
    let ofTensors (arguments: seq<string * Tensor<'T>>) =
        (Operands<'T>.None, arguments) ||> Seq.fold (fun all (name, tensor) -> all.With(name, Operand<'T> tensor))

    /// Adds an argument of numbers.
    let withTensor (name: string) (tensor: Tensor<'T>) (operands: Operands<'T>) = operands.With(name, Operand<'T> tensor)

    /// Adds an argument of class indices.
    let withIndices (name: string) (indices: Tensor<int64>) (operands: Operands<'T>) = operands.With(name, Operand<'T> indices)

/// Losses, activations and layers of named arguments; `backend.Function`, `Loss`, `Activation` and `Layer` bind them.
[<RequireQualifiedAccess>]
module Function =

    /// The value.
    let value (op: IFunction<'T>) (operands: Operands<'T>) = op.Value operands

    /// The value, and the gradient with respect to each of the named arguments.
    let valueAndGradients (op: IFunction<'T>) (by: seq<string>) (operands: Operands<'T>) =
        let both = op.Evaluate(operands, Array.ofSeq by)
        both.Value, Map [ for pair in both.Gradients -> pair.Key, pair.Value ]

    /// Propagates a gradient with respect to the value back to each of the named arguments.
    let pullback (op: IFunction<'T>) (by: seq<string>) (operands: Operands<'T>) (cotangent: Tensor<'T>) =
        Map [ for pair in op.Evaluate(operands, Array.ofSeq by, cotangent).Gradients -> pair.Key, pair.Value ]

/// Layers as curried functions; the input comes last, so that layers can be piped.
[<RequireQualifiedAccess>]
module Layer =

    /// Applies the layer to an input, given its other arguments by name.
    let apply (layer: IFunction<'T>) (arguments: seq<string * Tensor<'T>>) (input: Tensor<'T>) =
        layer.Value(Operands.ofTensors arguments |> Operands.withTensor "input" input)

    /// Propagates a gradient back through the layer: to the input, and to each of the other named arguments.
    let pullback (layer: IFunction<'T>) (by: seq<string>) (arguments: seq<string * Tensor<'T>>) (input: Tensor<'T>) (cotangent: Tensor<'T>) =
        let operands = Operands.ofTensors arguments |> Operands.withTensor "input" input
        let all = cotangent |> Function.pullback layer (Seq.append [ "input" ] by) operands
        all["input"], all.Remove "input"

    /// Layer normalization over the trailing dimensions, of these lengths.
    let norm (lengths: seq<int>) = LayerNorm(ImmutableArray.CreateRange lengths)

    /// Root mean square normalization over the trailing dimensions, of these lengths.
    let rmsNorm (lengths: seq<int>) = RmsNorm(ImmutableArray.CreateRange lengths)

    /// Group normalization of the channels, in this number of groups.
    let groupNorm (groups: int) = GroupNorm(groups)

    /// Draws the mask of a dropout from a seed.
    let mask (dropout: Dropout) (seed: uint64) (shape: seq<int>) : Tensor<'T> =
        dropout.Mask<'T>(System.ReadOnlySpan [| for length in shape -> nativeint length |], seed)

/// Initializers as curried functions.
[<RequireQualifiedAccess>]
module Initializer =

    /// Draws a tensor of a shape from a seed.
    let draw (initializer: InitializerSpec) (seed: uint64) (shape: seq<int>) : Tensor<'T> =
        initializer.Draw<'T>(System.ReadOnlySpan [| for length in shape -> nativeint length |], seed)
