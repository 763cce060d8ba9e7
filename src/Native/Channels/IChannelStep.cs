using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>A kernel that reads and writes elements of channels.</summary>
interface IChannelStep
{
    /// <summary>Handles the elements from <paramref name="index"/> on.</summary>
    /// <param name="index">Where they stand in the tensor.</param>
    /// <param name="position">Where the numbers of their channels stand.</param>
    void Step<V>(nint index, nint position) where V : struct, ILanes<V, double>;
}
