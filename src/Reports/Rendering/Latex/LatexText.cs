using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ParityNet.Reports.Rendering.Latex;

/// <summary>Writes text as LaTeX in ASCII, so that it compiles with every engine.</summary>
static class LatexText
{
    static readonly FrozenDictionary<char, string> Symbols = new Dictionary<char, string>
    {
        ['\\'] = @"\textbackslash{}",
        ['{'] = @"\{",
        ['}'] = @"\}",
        ['#'] = @"\#",
        ['$'] = @"\$",
        ['%'] = @"\%",
        ['&'] = @"\&",
        ['_'] = @"\_",
        ['^'] = @"\textasciicircum{}",
        ['~'] = @"\textasciitilde{}",
        ['<'] = @"\textless{}",
        ['>'] = @"\textgreater{}",
        ['|'] = @"\textbar{}",
        ['"'] = @"\textquotedbl{}",
        ['\''] = @"\textquotesingle{}",
        ['`'] = @"\textasciigrave{}",
        ['–'] = "--",
        ['—'] = "---",
        ['…'] = @"\ldots{}",
        ['“'] = "``",
        ['”'] = "''",
        ['’'] = "'",
        ['\u0302'] = @"\^{}",
        ['·'] = @"$\cdot$",
        ['±'] = @"$\pm$",
        ['×'] = @"$\times$",
        ['÷'] = @"$\div$",
        ['−'] = "$-$",
        ['∘'] = @"$\circ$",
        ['√'] = @"$\surd$",
        ['∞'] = @"$\infty$",
        ['≈'] = @"$\approx$",
        ['≠'] = @"$\neq$",
        ['≤'] = @"$\leq$",
        ['≥'] = @"$\geq$",
        ['≫'] = @"$\gg$",
        ['≪'] = @"$\ll$",
        ['⟨'] = @"$\langle$",
        ['⟩'] = @"$\rangle$",
        ['‖'] = @"$\|$",
        ['′'] = "$'$",
        ['←'] = @"$\leftarrow$",
        ['→'] = @"$\rightarrow$",
        ['↦'] = @"$\mapsto$",
        ['⇒'] = @"$\Rightarrow$",
        ['∂'] = @"$\partial$",
        ['∇'] = @"$\nabla$",
        ['∈'] = @"$\in$",
        ['¼'] = @"$\frac14$",
        ['½'] = @"$\frac12$",
        ['¾'] = @"$\frac34$",
        ['⅛'] = @"$\frac18$",
    }.ToFrozenDictionary();

    const string Greek = "αalpha βbeta γgamma δdelta εvarepsilon ζzeta ηeta θtheta κkappa λlambda μmu νnu ξxi πpi ρrho σsigma τtau φvarphi "
        + "χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΠPi ΣSigma ΦPhi ΨPsi ΩOmega";

    const string Raised = "⁰0 ¹1 ²2 ³3 ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁺+ ⁻- ⁽( ⁾) ⁿn ᵀT ᵏk ᵗt", Lowered = "₀0 ₁1 ₂2 ₃3 ₄4 ₅5 ₆6 ₇7 ₈8 ₉9 ₊+ ₋- ₙn ₜt ᵢi";

    static readonly FrozenDictionary<char, string> Letters =
        Greek.Split(' ').ToDictionary(pair => pair[0], pair => $@"$\{pair[1..]}$").ToFrozenDictionary();

    static readonly FrozenDictionary<char, char> Superscripts = Pairs(Raised), Subscripts = Pairs(Lowered);

    /// <summary>Text in which nothing is a command.</summary>
    public static string Of(string text)
    {
        var latex = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
            if (Superscripts.ContainsKey(text[i]))
                latex.Append(Run(text, ref i, Superscripts, '^'));
            else if (Subscripts.ContainsKey(text[i]))
                latex.Append(Run(text, ref i, Subscripts, '_'));
            else
                latex.Append(One(text[i]));
        return latex.ToString();
    }

    /// <summary>Code, in a fixed pitch, that may break after punctuation.</summary>
    public static string Code(string code)
    {
        var latex = new StringBuilder(@"\texttt{");
        foreach (char c in code)
        {
            latex.Append(One(c));
            if (!char.IsLetterOrDigit(c) && c != ' ')
                latex.Append(@"\allowbreak{}");
        }
        return latex.Append('}').ToString();
    }

    static string One(char c) => Symbols.TryGetValue(c, out string? symbol) ? symbol
        : Letters.TryGetValue(c, out string? letter) ? letter
        : c is '\n' or '\r' or '\t' ? " "
        : c < ' ' ? ""
        : c < 127 ? c.ToString()
        // A character without a name here is still told apart.
        : string.Create(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");

    // Neighbouring marks are one exponent.
    static string Run(string text, ref int at, FrozenDictionary<char, char> marks, char kind)
    {
        int start = at;
        while (at + 1 < text.Length && marks.ContainsKey(text[at + 1]))
            at++;
        return $"${kind}{{{string.Concat(text[start..(at + 1)].Select(c => marks[c]))}}}$";
    }

    static FrozenDictionary<char, char> Pairs(string pairs) =>
        pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]).ToFrozenDictionary();
}
