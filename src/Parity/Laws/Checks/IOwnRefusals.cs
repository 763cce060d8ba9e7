namespace ParityNet.Parity.Laws;

/// <summary>A backend with its own checks of options, which laws check instead of the specs'.</summary>
interface IOwnRefusals
{
    /// <summary>Whether an op accepts a value of an option, with all others at their defaults.</summary>
    /// <param name="entry">The op.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="json">Its value.</param>
    /// <returns>Null where the spec decides.</returns>
    bool? Accepts(OpEntry entry, string option, string json);
}
