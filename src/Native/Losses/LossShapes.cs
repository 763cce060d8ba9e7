using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Memory;

namespace ParityNet.Native.Losses;

/// <summary>How the arguments of an elementwise loss broadcast; kept from call to call while shapes stay the same.</summary>
/// <param name="spec">The loss.</param>
/// <param name="found">What the check of the arguments found.</param>
/// <param name="names">The arguments, without the weight.</param>
/// <param name="weight">The name of the weight.</param>
sealed class LossShapes(BroadcastLoss spec, CheckedArguments found, string[] names, string weight)
{
    public CheckedArguments Found => found;

    /// <summary>The shape of the losses before the reduction.</summary>
    public nint[] Common { get; } = [.. spec.Common(name => [.. found.ShapeOf(name)])];

    /// <summary>The shapes with which the arguments broadcast, the weight's last.</summary>
    public nint[][] Aligned { get; } = Array.ConvertAll((string[])[.. names, weight],
        name => found.ShapeOf(name) is { IsEmpty: false } shape ? spec.Aligned(name, shape, found.ShapeOf(names[0])).ToArray() : []);

    /// <summary>The number of losses.</summary>
    public int Count => checked((int)Shape.Count(Common));

    /// <summary>The size of the first dimension of the prediction.</summary>
    public nint Batch { get; } = found.ShapeOf(names[0])[0];

    /// <summary>Memory for the gradient by an argument before it is summed; null where it is not requested or needs no sum.</summary>
    public T[]? Wide<T>(int position, Span<T> requested) where T : unmanaged, IFloatingPointIeee754<T> =>
        requested.IsEmpty || Aligned[position].AsSpan().SequenceEqual(Common) ? null : Fresh.Array<T>(Count);

    public void Sum<T>(int position, T[]? wide, Span<T> gradient) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (wide is not null)
            Wanted.Sum(wide, Common, Aligned[position], gradient);
    }
}
