using System.Globalization;

namespace ParityNet.Reports.Rendering.Latex;

/// <summary>Writes figures of pgfplots with their data inline.</summary>
static class LatexPlot
{
    // The smallest error that an axis shows; smaller ones stand at its left end.
    const double Least = 0.01;

    // An op takes as much height as a line of its label.
    const double RowHeight = 0.21;

    /// <summary>The colours of both backends, told apart in grey too, and their marks.</summary>
    public const string Preamble = """
        \definecolor{pnfirst}{HTML}{0067AB}
        \definecolor{pnsecond}{HTML}{CF5A00}

        """;

    /// <summary>The largest error of every op, sorted, with both backends on one axis.</summary>
    public static string Errors(string elementType, IReadOnlyList<OpReport> ops, IReadOnlyList<string> backends)
    {
        OpReport[] sorted = [.. ops.Where(op => op.Accuracy.Length > 0).OrderBy(Largest).ThenByDescending(op => op.Op, StringComparer.Ordinal)];
        double largest = sorted.SelectMany(op => op.Accuracy).Select(a => a.Max).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        double end = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(10, largest))) + 1);
        string Marks(int backend, bool endless) => string.Concat(sorted.Index().SelectMany(row => row.Item.Accuracy
            .Where(a => a.Backend == backends[backend] && !double.IsFinite(a.Max) == endless)
            .Select(a => $"({Number(endless ? end : Math.Max(Least, a.Max))},{row.Index}) ")));
        string plots = string.Concat(Enumerable.Range(0, Math.Min(2, backends.Count)).SelectMany(b => (string[])
        [
            Plot($"only marks, mark={Mark(b)}, mark size=1.3pt, {Colour(b)}", Marks(b, false)), Legend(backends[b]),
            Plot($"only marks, mark=triangle*, mark options={{rotate=-90}}, mark size=2pt, {Colour(b)}, forget plot", Marks(b, true)),
        ]));
        return Figure($"errors-{elementType}",
            $"The largest error of every op, {LatexText.Of(elementType)}, against the best value known, in ULP at the scale of the element. Left of "
                + "the dashed line results are correctly rounded; errors below 0.01 stand at the left end, and a triangle at the right end is an "
                + "infinity or a NaN where a number is right.",
            $$"""
            \begin{axis}[width=0.76\linewidth, height={{Height(sorted.Length)}}cm, xmode=log,
              log basis x=10, xmin={{Number(Least)}}, xmax={{Number(end)}}, xtick={{{Decades(end)}}},
              ymin=-1, ymax={{sorted.Length}}, ytick={0,...,{{Math.Max(0, sorted.Length - 1)}}},
              yticklabels={{{string.Join(", ", sorted.Select(op => LatexText.Of(op.Op)))}}},
              yticklabel style={font=\tiny}, xticklabel style={font=\scriptsize}, label style={font=\scriptsize},
              axis x line*=top, xlabel={largest error, ULP}, ymajorgrids, grid style={gray!20},
              legend style={font=\scriptsize, at={(0.98,0.02)}, anchor=south east}, clip=false]
            {{plots}}\draw[dashed, gray] (axis cs:0.5,-1) -- (axis cs:0.5,{{sorted.Length}});
            \end{axis}

            """);
    }

    /// <summary>The elements of all ops by their error.</summary>
    public static string Histogram(string elementType, HistogramReport sum)
    {
        int[] bins = [.. Enumerable.Range(0, sum.UpperEdges.Length).Where(bin => sum.Counts.Any(c => c.Elements[bin] > 0))];
        string plots = string.Concat(sum.Counts.Index().SelectMany(counts => (string[])
        [
            Plot($"ybar, fill={Fill(counts.Index)}, draw=none", string.Concat(bins.Where(bin => counts.Item.Elements[bin] > 0)
                .Select(bin => $"({bin},{Number(counts.Item.Elements[bin])}) "))),
            Legend(counts.Item.Backend),
        ]));
        return Figure($"histogram-{elementType}",
            $"Elements of all ops by error, {LatexText.Of(elementType)}. A bar holds the errors up to its label and above that of the bar before; "
                + "up to $\\frac12$ ULP results are correctly rounded.",
            $$"""
            \begin{axis}[width=\linewidth, height=5cm, ybar, bar width=3pt, ymode=log, ymin=0.5, log origin=infty,
              xtick={{{string.Join(",", bins)}}}, xticklabels={{{string.Join(", ", bins.Select(bin => Edge(sum.UpperEdges[bin])))}}},
              xticklabel style={font=\tiny, rotate=60, anchor=east},
              yticklabel style={font=\scriptsize}, label style={font=\scriptsize}, xlabel={error up to, ULP}, ylabel={elements},
              legend style={font=\scriptsize}, enlarge x limits=0.03]
            {{plots}}\end{axis}

            """);
    }

    /// <summary>The distance of two training runs, beside that of libtorch from its own twins.</summary>
    public static string Trajectory(int number, TrajectoryReport run, IReadOnlyList<string> backends)
    {
        string Line(Func<TrajectoryPoint, double> of) => string.Concat(run.Points
            .Where(p => p.Step > 0 && of(p) > 0 && double.IsFinite(of(p))).Select(p => $"({p.Step},{Number(of(p))}) "));
        string plots = string.Concat(
        [
            Plot("thick, mark=*, mark size=1pt, pnfirst", Line(p => p.Distance)), Legend($"{backends[0]} from {backends[^1]}"),
            Plot("densely dashed, pnsecond", Line(p => p.TwinMedian)), Legend("median twin"),
            Plot("dotted, pnsecond", Line(p => p.TwinLow)), Legend("nearest and farthest twin"),
            Plot("dotted, pnsecond, forget plot", Line(p => p.TwinHigh)),
        ]);
        return Figure($"trajectory-{number}",
            $"{LatexText.Of(run.Name)}, {LatexText.Of(run.ElementType)}: the distance of the weights of {LatexText.Of(backends[0])} and "
                + $"{LatexText.Of(backends[^1])}, and that of {LatexText.Of(backends[^1])} from itself when its weights start one ULP away.",
            $$"""
            \begin{axis}[width=0.8\linewidth, height=5cm, xmode=log, ymode=log, xlabel={step}, ylabel={$\|\theta-\theta'\|$},
              tick label style={font=\scriptsize}, label style={font=\scriptsize},
              legend style={font=\scriptsize, at={(0.02,0.98)}, anchor=north west}]
            {{plots}}\end{axis}

            """);
    }

    static string Figure(string label, string caption, string axis) => $$"""
        \begin{figure}[htbp]
        \centering
        \begin{tikzpicture}
        {{axis}}\end{tikzpicture}
        \caption{{{caption}}}\label{fig:{{label}}}
        \end{figure}


        """;

    // Labels of every power would touch.
    static string Decades(double end)
    {
        int from = (int)Math.Log10(Least), to = (int)Math.Log10(end), step = 1 + (to - from) / 10;
        return string.Join(',', Enumerable.Range(0, (to - from) / step + 1).Select(k => Number(Math.Pow(10, from + k * step))));
    }

    static string Height(int rows) => (2.2 + RowHeight * rows).ToString("0.##", CultureInfo.InvariantCulture);

    // A plot without a point would be an error of pgfplots.
    static string Plot(string options, string coordinates) =>
        coordinates.Length == 0 ? "" : $"\\addplot[{options}] coordinates {{{coordinates.TrimEnd()}}};\n";

    static string Legend(string name) => $"\\addlegendentry{{{LatexText.Of(name)}}}\n";

    static string Colour(int backend) => backend == 0 ? "pnfirst" : "pnsecond";

    static string Fill(int backend) => backend == 0 ? "pnfirst" : "pnsecond!70";

    static string Mark(int backend) => backend == 0 ? "*" : "square";

    static double Largest(OpReport op) => op.Accuracy.Max(a => a.Max);

    static string Edge(double edge) => edge switch
    {
        0 => "0",
        double.PositiveInfinity => @"$\infty$",
        _ => $"$2^{{{Math.ILogB(edge)}}}$",
    };

    static string Number(double value) =>
        value.ToString("0.######e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal);
}
