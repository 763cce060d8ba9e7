using System.Numerics;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A run leaves the inputs unchanged: the case prints the same before and after.</summary>
sealed class Untouched : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string before = @case.Code();
        _ = @case.Run(backend);
        return @case.Code() == before ? null : "the inputs must stay as they are: expected the numbers given, got others.";
    }
}
