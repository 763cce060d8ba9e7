using System.Text;

namespace ParityNet.Reports.Rendering.Latex;

/// <summary>Writes tables of LaTeX with the rules of booktabs, which may run over several pages.</summary>
static class LatexTable
{
    /// <summary>A table.</summary>
    /// <param name="label">Its label for references.</param>
    /// <param name="caption">Its caption, as LaTeX.</param>
    /// <param name="columns">The columns, in the notation of LaTeX.</param>
    /// <param name="header">One name per column, as LaTeX.</param>
    /// <param name="rows">One text per cell, as LaTeX.</param>
    public static string Of(string label, string caption, string columns, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        string head = $"\\toprule\n{string.Join(" & ", header)} \\\\\n\\midrule\n";
        var text = new StringBuilder($$$"""
            \begingroup
            \setlength{\tabcolsep}{2pt}\scriptsize
            \begin{longtable}{@{}{{{columns}}}@{}}
            \caption{{{{caption}}}}\label{tab:{{{label}}}}\\
            {{{head}}}\endfirsthead
            {{{head}}}\endhead
            \bottomrule
            \endfoot

            """);
        foreach (IReadOnlyList<string> row in rows)
            text.AppendJoin(" & ", row).Append(" \\\\\n");
        return text.Append("\\end{longtable}\n\\endgroup\n\n").ToString();
    }
}
