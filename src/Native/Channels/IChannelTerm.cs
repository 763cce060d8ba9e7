using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>A kernel whose results are to be summed over each channel.</summary>
interface IChannelTerm
{
    /// <summary>The terms of the elements from <paramref name="index"/> on.</summary>
    /// <param name="index">Where they stand in the tensor.</param>
    /// <param name="position">Where the numbers of their channels stand.</param>
    V Term<V>(nint index, nint position) where V : struct, ILanes<V, double>;
}
