using System.Numerics;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>A case of an op that is defined by the user.</summary>
interface IOwnCase<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The arguments of the case.</summary>
    FunctionCase<T> Arguments { get; }
}
