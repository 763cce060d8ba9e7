using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// √Σ r² over the last dimension, with the derivative 0 where the norm is 0.
sealed class L2NormDefinition : LossDefinition<L2Norm>
{
    protected override R Loss<R>(L2Norm spec, GroupInputs<R> x)
    {
        R root = R.Sqrt(SumOfSquares(x));
        return R.Where(R.Equal(root, R.Zero), R.Detach(root), root);
    }

    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(L2Norm spec, Arguments<R> arguments)
    {
        nint[] shape = arguments["input"].Shape;
        int length = (int)shape[^1];
        return [.. Enumerable.Range(0, CountOf(spec, arguments)).Select(row =>
        {
            int[] elements = [.. Enumerable.Range(row * length, length)];
            return new OutputGroup([("input", elements), ("target", elements)], [row]);
        })];
    }

    protected override int CountOf<R>(L2Norm spec, Arguments<R> arguments) => (int)Shape.Count(arguments["input"].Shape.AsSpan()[..^1]);

    static R SumOfSquares<R>(GroupInputs<R> x)
        where R : struct, IReal<R>
    {
        ReadOnlySpan<R> prediction = x["input"], target = x["target"];
        var squares = new R[prediction.Length];
        for (int i = 0; i < squares.Length; i++)
            squares[i] = R.Square(prediction[i] - target[i]);
        return Sum(squares);
    }
}
