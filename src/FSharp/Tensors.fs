namespace ParityNet.FSharp

open System.Numerics.Tensors

/// Tensors from F# values and back.
[<RequireQualifiedAccess>]
module Tensor =

    let private dense (shape: nativeint[]) (data: 'T[]) = Tensor.Create(data, System.ReadOnlySpan shape)

    /// A tensor of one dimension.
    let ofSeq (values: seq<'T>) : Tensor<'T> =
        let data = Array.ofSeq values
        dense [| nativeint data.Length |] data

    /// A tensor of a given shape from its elements in row-major order.
    let ofShape (shape: seq<int>) (values: seq<'T>) : Tensor<'T> =
        dense [| for length in shape -> nativeint length |] (Array.ofSeq values)

    /// A tensor of two dimensions from its rows, which must be equally long.
    let ofRows (rows: seq<#seq<'T>>) : Tensor<'T> =
        let rows = [| for row in rows -> Array.ofSeq row |]
        let width = if rows.Length = 0 then 0 else rows[0].Length

        match rows |> Array.tryFindIndex (fun row -> row.Length <> width) with
        | Some i -> invalidArg (nameof rows) $"rows must be equally long: expected {width} numbers in row {i}, got {rows[i].Length}."
        | None -> dense [| nativeint rows.Length; nativeint width |] (Array.concat rows)

    /// The elements in row-major order.
    let toArray (tensor: Tensor<'T>) : 'T[] =
        let data = Array.zeroCreate (int tensor.FlattenedLength)
        tensor.FlattenTo(System.Span data)
        data

    /// The one element of a tensor that has just one, such as a reduced loss.
    let item (tensor: Tensor<'T>) : 'T = (toArray tensor)[0]
