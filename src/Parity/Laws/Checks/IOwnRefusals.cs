namespace ParityNet.Parity.Laws;

/// <summary>A backend that looks at options by itself, so that laws try what it accepts instead of what the specs do.</summary>
interface IOwnRefusals
{
    /// <summary>Whether an op takes an option, all others having their defaults.</summary>
    /// <param name="entry">The op.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="json">Its value.</param>
    /// <returns>Null where the spec decides.</returns>
    bool? Accepts(OpEntry entry, string option, string json);
}
