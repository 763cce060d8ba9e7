using ParityNet.Parity.Laws;

namespace ParityNet.Parity.Planted;

/// <summary>Takes some options whatever their values.</summary>
sealed class Unchecked(IBackend right, params string[] options) : AlteredBackend(right), IOwnRefusals
{
    public bool? Accepts(OpEntry entry, string option, string json) => options.Contains(option) ? true : null;
}
