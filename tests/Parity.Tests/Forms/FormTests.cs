using ParityNet.Parity.Cases;
using Xunit;

namespace ParityNet.Parity.Tests.Forms;

/// <summary>A wrong form among right ones only widens an enclosure, which no backend leaves; so the forms are compared with each other.</summary>
public sealed class FormTests
{
    const int Cases = 12;

    public static TheoryData<string> Ops => [.. Catalog.All.Where(op => op.IsComputed && Definitions.Definition.Has(op.Examples[0])).Select(op => op.Name)];

    [Theory, MemberData(nameof(Ops))]
    public void All_forms_of_a_definition_are_the_same_number(string op)
    {
        OpEntry entry = Catalog.Find(op);
        var draw = new Draw<double>(entry, 1);
        for (int i = 0; i < Cases; i++)
        {
            Case<double> @case = draw.At(i);
            if (LongShapes.IsTurn(i))
                continue;
            var apart = Form.Apart(() => @case.Define<Form>());
            Assert.True(apart.Count == 0, $"{@case.Code()}\n{string.Join("; ", apart.Take(3))}");
        }
    }
}
