using System.Numerics;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A law about a whole case: memory, layout, cotangents or invalid arguments.</summary>
interface ITensorLaw
{
    string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>;
}
