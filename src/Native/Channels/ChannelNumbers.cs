using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>One number for each channel, as <see cref="ChannelLayout.Spread"/> leaves them.</summary>
readonly unsafe struct ChannelNumbers(double* numbers, bool together)
{
    readonly double* numbers = numbers;
    readonly bool together = together;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V At<V>(nint place) where V : struct, ILanes<V, double> => together ? V.Load(in numbers[place]) : V.All(numbers[place]);
}
