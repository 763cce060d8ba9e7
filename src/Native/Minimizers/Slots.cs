using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Reads and writes the slots of a state.</summary>
static class Slots
{
    public static double Number(this MinimizerState<double> state, string name) => state.Flat(name)[0];

    public static ReadOnlySpan<double> Flat(this MinimizerState<double> state, string name) => Found(state, name).Flat();

    /// <summary>A slot with a length of its own; empty where the state has none yet.</summary>
    public static Matrix? Matrix(this MinimizerState<double> state, string name) =>
        Found(state, name) is { FlattenedLength: > 0 } slot ? LinearAlgebra.Matrix.Of(slot.Flat(), (int)slot.Lengths[0], (int)slot.Lengths[1]) : null;

    public static MinimizerState<double> With(this MinimizerState<double> state, string name, double number) => state.With(name, [number]);

    public static MinimizerState<double> With(this MinimizerState<double> state, string name, double[] vector) =>
        state with { Slots = state.Slots.SetItem(name, Tensor.Create(vector, [vector.Length])) };

    public static MinimizerState<double> With(this MinimizerState<double> state, string name, Matrix? matrix) => state with
    {
        Slots = state.Slots.SetItem(name, matrix is null
            ? Tensor.Create(Array.Empty<double>(), [0]) : Tensor.Create(matrix.Elements.ToArray(), [matrix.Rows, matrix.Columns])),
    };

    static Tensor<double> Found(MinimizerState<double> state, string name) => state.Slots.GetValueOrDefault(name)
        ?? throw new ArgumentException($"state must come from the same method: expected the slot {name}, got " +
            $"{(state.Slots.IsEmpty ? "none" : string.Join(", ", state.Slots.Keys.Order(StringComparer.Ordinal)))}.");

    /// <summary>A history with one more row at the end, and without the first where it is full.</summary>
    public static Matrix Pushed(this Matrix? history, double[] row, int most)
    {
        int kept = history?.Rows ?? 0, dropped = kept == most ? 1 : 0;
        return LinearAlgebra.Matrix.Of(
            [.. history is null ? [] : history.Elements[(dropped * row.Length)..], .. row], kept - dropped + 1, row.Length);
    }
}
