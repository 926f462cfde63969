using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using Portal.Web.Api;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Notifications;
using Portal.Web.Operations;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Data;

/// <summary>Every table of the portal. One subclass and one migration set per database.</summary>
public abstract class PortalDbContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<ReturnCase> Cases => Set<ReturnCase>();

    public DbSet<CaseUnit> CaseUnits => Set<CaseUnit>();

    public DbSet<ReturnDraft> Drafts => Set<ReturnDraft>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<RefundHold> RefundHolds => Set<RefundHold>();

    public DbSet<StoredPolicy> Policies => Set<StoredPolicy>();

    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    public DbSet<Throttle> Throttles => Set<Throttle>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<StripeEvent> StripeEvents => Set<StripeEvent>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ApiCall> ApiCalls => Set<ApiCall>();

    public DbSet<ArticleVote> Votes => Set<ArticleVote>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    // Unique indexes decide races, so a refusal may be an answer; where it is none, whoever catches it last logs it.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(events => events.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Order>(order =>
        {
            order.HasIndex(row => row.Number).IsUnique();
            order.HasIndex(row => row.Email);
            order.Property(row => row.Version).IsConcurrencyToken();
            order.HasMany(row => row.Lines).WithOne().HasForeignKey(row => row.OrderId);
            order.HasMany(row => row.Parcels).WithOne().HasForeignKey(row => row.OrderId);
            order.HasMany(row => row.Payments).WithOne().HasForeignKey(row => row.OrderId);
        });
        modelBuilder.Entity<OrderLine>().HasIndex(row => new { row.OrderId, row.LineId }).IsUnique();
        modelBuilder.Entity<Parcel>().HasMany(row => row.Items).WithOne().HasForeignKey(row => row.ParcelId);
        // A payment of Stripe's belongs to one order: two would each pay it back.
        modelBuilder.Entity<Payment>().HasIndex(row => new { row.Provider, row.Reference }).IsUnique().HasFilter("\"Provider\" = 'Stripe'");
        modelBuilder.Entity<ReturnCase>(row =>
        {
            row.HasIndex(@case => @case.Rma).IsUnique();
            row.HasIndex(@case => @case.DraftId).IsUnique();
            row.HasIndex(@case => new { @case.State, @case.RefundDueOn });
            row.HasIndex(@case => new { @case.OrderId, @case.AskedLineId }).IsUnique();
            row.HasIndex(@case => new { @case.OpenedAt, @case.Rma });
            row.HasOne<Order>().WithMany().HasForeignKey(@case => @case.OrderId).OnDelete(DeleteBehavior.Restrict);
            row.Property(@case => @case.Version).IsConcurrencyToken();
            row.Property(@case => @case.Party).HasDefaultValue(Party.Buyer);
            row.HasMany(@case => @case.Lines).WithOne().HasForeignKey(line => line.CaseId);
            row.HasMany(@case => @case.Units).WithOne().HasForeignKey(unit => unit.CaseId);
            row.HasMany(@case => @case.Events).WithOne().HasForeignKey(happened => happened.CaseId);
        });
        modelBuilder.Entity<CaseLine>().Ignore(line => line.IsSentBack);
        modelBuilder.Entity<CaseUnit>().HasIndex(unit => new { unit.OrderId, unit.LineId, unit.Unit }).IsUnique();
        modelBuilder.Entity<ReturnDraft>(draft =>
        {
            draft.HasOne<Order>().WithMany().HasForeignKey(row => row.OrderId);
            draft.Property(row => row.Lines).HasConversion<DraftLinesConverter>(ValueComparer.CreateDefault<List<DraftLine>>(favorStructuralComparisons: false));
            draft.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Refund>(refund =>
        {
            refund.HasOne<ReturnCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
            refund.HasOne<Payment>().WithMany().HasForeignKey(row => row.PaymentId).OnDelete(DeleteBehavior.Restrict);
            refund.Ignore(row => row.IsOwed).Ignore(row => row.Key);
            refund.Property(row => row.Version).IsConcurrencyToken();
            refund.HasIndex(row => row.ReplacesId).IsUnique();
            refund.HasIndex(row => new { row.Provider, row.Reference }).IsUnique();
            refund.HasIndex(row => row.OrderId);
            refund.HasIndex(row => new { row.State, row.NextAt });
        });
        modelBuilder.Entity<RefundHold>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<StripeEvent>(said =>
        {
            said.Property(row => row.Id).HasMaxLength(StripeEvent.MaxLength);
            said.Property(row => row.Type).HasMaxLength(StripeEvent.MaxLength);
            said.Property(row => row.ObjectId).HasMaxLength(StripeEvent.MaxLength);
            said.HasIndex(row => new { row.AppliedAt, row.NextAt });
        });
        modelBuilder.Entity<ApiKey>(key =>
        {
            key.HasIndex(row => row.Name).IsUnique();
            key.HasIndex(row => row.Hash).IsUnique();
        });
        modelBuilder.Entity<ApiCall>(call =>
        {
            call.HasOne<ApiKey>().WithMany().HasForeignKey(row => row.ApiKeyId);
            call.HasIndex(row => row.CreatedAt);
        });
        modelBuilder.Entity<StoredPolicy>().HasKey(policy => policy.Hash);
        modelBuilder.Entity<Withdrawal>().HasIndex(row => new { row.HandledAt, row.RefundDueOn });
        modelBuilder.Entity<Mail>(mail =>
        {
            mail.HasIndex(row => new { row.Kind, row.SubjectId, row.Occasion }).IsUnique();
            mail.HasIndex(row => new { row.State, row.NextAt });
        });
        modelBuilder.Entity<Throttle>().HasKey(throttle => throttle.Key);
        modelBuilder.Entity<ArticleVote>(vote =>
        {
            vote.HasKey(row => new { row.Article, row.Locale, row.Day, row.Vote });
            vote.Property(row => row.Article).HasMaxLength(ArticleVote.MaxLength);
            vote.Property(row => row.Locale).HasMaxLength(16);
        });
        modelBuilder.Entity<Job>(job =>
        {
            job.HasKey(row => row.Name);
            job.Property(row => row.Name).HasMaxLength(64);
        });
    }
}
