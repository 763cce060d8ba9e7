using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>One value per channel, in the form of <see cref="ChannelLayout.Spread"/>.</summary>
readonly unsafe struct ChannelNumbers(double* numbers, bool together)
{
    readonly double* numbers = numbers;
    readonly bool together = together;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V At<V>(nint position) where V : struct, ILanes<V, double> => together ? V.Load(in numbers[position]) : V.All(numbers[position]);
}
