namespace ParityNet.Definitions.Engine;

/// <summary>A part of an op that depends on few elements: which elements of which argument go in, and where its values go.</summary>
/// <param name="Elements">For each argument name the elements that the group reads.</param>
/// <param name="Outputs">The elements of the unreduced value that the group gives.</param>
/// <param name="Label">The right class of a row, where the target holds class indices.</param>
/// <param name="Labels">The right classes of a row, where the target lists several.</param>
sealed record OutputGroup(IReadOnlyList<(string Name, int[] Elements)> Elements, int[] Outputs, int? Label = null, int[]? Labels = null)
{
    const string Second = " again";

    /// <summary>The elements of one argument; none where the group does not read it.</summary>
    public int[] this[string name]
    {
        get
        {
            foreach ((string candidate, int[] elements) in Elements)
            {
                if (candidate == name)
                    return elements;
            }

            return [];
        }
    }

    /// <summary>The name under which a group reads an argument a second time.</summary>
    public static string Again(string operand) => operand + Second;

    /// <summary>The argument that is read under a name.</summary>
    public static string OperandOf(string reading) => reading.EndsWith(Second, StringComparison.Ordinal) ? reading[..^Second.Length] : reading;
}
