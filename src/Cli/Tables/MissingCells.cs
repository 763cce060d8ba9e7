using System.Collections.Frozen;

namespace ParityNet.Cli.Tables;

/// <summary>Marks of missing values.</summary>
static class MissingCells
{
    // Those of pandas, R, Excel and SAS.
    static readonly FrozenSet<string> Marks = new[]
    {
        "", "NA", "N/A", "n/a", "<NA>", "#N/A", "#NA", "#NV", "NaN", "nan", "-NaN", "-nan", "NULL", "null", "Null", "None", "none", "?", "-", "--",
        ".", "..", "…", "—", "–", "missing", "#DIV/0!", "#VALUE!", "#REF!", "#NUM!",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a cell among numbers says that there is none.</summary>
    public static bool IsMark(string cell) => Marks.Contains(cell);
}
