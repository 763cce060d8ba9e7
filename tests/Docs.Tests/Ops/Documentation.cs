using System.Text.RegularExpressions;
using System.Xml.Linq;
using ParityNet.Parity;

namespace ParityNet.Tests.Ops;

/// <summary>What the specs' own documentation says, as Markdown.</summary>
static partial class Documentation
{
    static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(OpSpec).Assembly.Location, ".xml"), LoadOptions.PreserveWhitespace)
            .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    public static string Summary(OpEntry op) => Text(Of(op).Element("summary"), op);

    public static string Remarks(OpEntry op) => Text(Of(op).Element("remarks"), op);

    /// <summary>What an option means: as a parameter of the spec, or else as its property.</summary>
    public static string Of(OpEntry op, OptionInfo option) => Text(
        Of(op).Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == option.Property.Name)
            ?? Members.GetValueOrDefault($"P:{option.Property.DeclaringType!.FullName}.{option.Property.Name}")?.Element("summary"), op);

    /// <summary>What a word of an option means.</summary>
    public static string Of(Enum word, OpEntry op) => Text(Members[$"F:{word.GetType().FullName}.{word}"].Element("summary"), op);

    static XElement Of(OpEntry op) => Members["T:" + op.SpecType.FullName];

    static string Text(XElement? element, OpEntry op) =>
        element is null ? "" : Gap.Replace(string.Concat(element.Nodes().Select(node => Inline(node, op))), " ").Trim();

    static string Inline(XNode node, OpEntry op) => node switch
    {
        XText text => text.Value.Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "i" } italic => $"*{italic.Value}*",
        XElement { Name.LocalName: "paramref" } parameter => $"`{OptionName(op, parameter.Attribute("name")!.Value)}`",
        XElement { Name.LocalName: "see" } see => see.Attribute("langword") is { } word ? $"`{word.Value}`" : Reference(see.Attribute("cref")!.Value),
        XElement other => string.Concat(other.Nodes().Select(inner => Inline(inner, op))),
        _ => "",
    };

    static string OptionName(OpEntry op, string parameter) =>
        op.Options.FirstOrDefault(option => option.Property.Name == parameter)?.Name ?? parameter;

    static string Reference(string cref)
    {
        if (Catalog.All.FirstOrDefault(op => "T:" + op.SpecType.FullName == cref) is { } known)
            return $"[`{known.Name}`]({Pages.Of(known.Kind).File}#{known.Name})";
        string[] parts = [.. Arity.Replace(cref[2..].Split('(')[0], "").Split('.')];
        return $"`{(cref[0] == 'T' ? parts[^1] : $"{parts[^2]}.{parts[^1]}")}`";
    }

    [GeneratedRegex(@"\s+")]
    static partial Regex Gap { get; }

    [GeneratedRegex(@"`+\d")]
    static partial Regex Arity { get; }
}
