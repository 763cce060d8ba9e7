using ParityNet.Reports.Rendering;
using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests;

public sealed class TrainingViewTests
{
    [Fact]
    public void A_training_page_says_where_backends_part_and_how_well_they_learnt()
    {
        foreach (string text in (string[])[TrainingView.Html(SampleTraining.Of(), withCharts: false), TrainingView.Markdown(SampleTraining.Of())])
        {
            Assert.Contains("part at step 191, in epoch 3", text, StringComparison.Ordinal);
            Assert.Contains("24,310.5", text, StringComparison.Ordinal);
            Assert.Contains("24,311.2", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_training_page_of_one_backend_has_no_distance()
    {
        Assert.DoesNotContain("Distance", TrainingView.Html(SampleTraining.Alone(), withCharts: false), StringComparison.Ordinal);
        Assert.DoesNotContain("distance", TrainingView.Markdown(SampleTraining.Alone()), StringComparison.Ordinal);
    }
}
