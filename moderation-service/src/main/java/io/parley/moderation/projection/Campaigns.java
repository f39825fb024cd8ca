package io.parley.moderation.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Ruling;
import io.parley.contract.Decision;
import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/**
 * Campaigns as they were told last, and the comments that belong to them. Thread-safe.
 */
@Repository
public class Campaigns {

	private final JdbcClient jdbc;

	Campaigns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of campaigns, the latest first.
	 * @param site only of this one, or null
	 * @param status only with this one, or null
	 * @param before the last one of the page before, or null to begin
	 */
	public List<CampaignSeen> page(@Nullable String site, @Nullable Status status, @Nullable Place before, int limit) {
		return jdbc.sql("""
				select event from campaign
				where absorbed_by is null and authors > 1
				  and (:site::text is null or site = :site) and (:status::text is null or status = :status)
				  and (:time::timestamptz is null or (last_at, campaign_id) < (:time::timestamptz, :id))
				order by last_at desc, campaign_id desc
				limit :limit""")
			.param("site", site)
			.param("status", (status != null) ? status.name() : null)
			.param("time", (before != null) ? before.lastAt().atOffset(ZoneOffset.UTC) : null)
			.param("id", (before != null) ? before.campaignId() : "")
			.param("limit", limit)
			.query((row, _) -> Json.MAPPER.readValue(row.getString("event"), CampaignSeen.class))
			.list();
	}

	/** A campaign, or the one that it turned out to be part of. */
	public Optional<CampaignSeen> find(String campaignId) {
		return jdbc.sql("""
				with recursive whole as (
				  select campaign_id, absorbed_by, event, 1 as steps from campaign where campaign_id = ?
				  union all
				  select c.campaign_id, c.absorbed_by, c.event, w.steps + 1
				  from whole w join campaign c on c.campaign_id = w.absorbed_by
				  where w.steps < 100)
				select event from whole where absorbed_by is null""")
			.param(campaignId)
			.query((row, _) -> Json.MAPPER.readValue(row.getString("event"), CampaignSeen.class))
			.optional();
	}

	/**
	 * Comments of a campaign with the decisions in force, those that were withdrawn left
	 * out, by id.
	 * @param after id of the last one of the page before, or null to begin
	 */
	public List<Member> members(String campaignId, @Nullable String after, int limit) {
		return jdbc.sql("""
				select c.event as comment, d.event as decision
				from campaign_member m
				join comment c on c.comment_id = m.comment_id
				join decision d on d.comment_id = m.comment_id and d.revision = c.revision
				where m.campaign_id = :campaign and m.comment_id > :after and not c.withdrawn
				order by m.comment_id
				limit :limit""")
			.param("campaign", campaignId)
			.param("after", (after != null) ? after : "")
			.param("limit", limit)
			.query((row, _) -> new Member(Json.MAPPER.readTree(row.getString("comment")),
					Json.MAPPER.readValue(row.getString("decision"), Decision.class)))
			.list();
	}

	/** Takes in what was told; what is not newer changes nothing. */
	void put(CampaignSeen told) {
		jdbc.sql("""
				insert into campaign (campaign_id, version, site, status, authors, last_at, event)
				values (:id, :version, :site, :status, :authors, :last, :event::jsonb)
				on conflict (campaign_id) do update
				set version = excluded.version, status = excluded.status, authors = excluded.authors,
				    last_at = excluded.last_at, event = excluded.event
				where excluded.version > campaign.version""")
			.param("id", told.campaignId())
			.param("version", told.version())
			.param("site", told.site())
			.param("status", Status.of(told).name())
			.param("authors", told.authors())
			.param("last", OffsetDateTime.ofInstant(told.lastAt(), ZoneOffset.UTC))
			.param("event", Json.MAPPER.writeValueAsString(told))
			.update();
		for (String part : told.absorbed()) {
			jdbc.sql("update campaign set absorbed_by = ? where campaign_id = ?")
				.params(told.campaignId(), part)
				.update();
			jdbc.sql("update campaign_member set campaign_id = ? where campaign_id = ?")
				.params(told.campaignId(), part)
				.update();
		}
		for (CampaignSeen.Member member : told.joined()) {
			jdbc.sql("""
					insert into campaign_member (comment_id, campaign_id) values (:comment, :campaign)
					on conflict (comment_id) do update set campaign_id = excluded.campaign_id
					where :version >= (select coalesce(max(version), 0) from campaign
					                   where campaign_id = campaign_member.campaign_id)""")
				.param("comment", member.commentId())
				.param("campaign", told.campaignId())
				.param("version", told.version())
				.update();
		}
	}

	/** A place in the list. */
	public record Place(Instant lastAt, String campaignId) {

	}

	/**
	 * @param comment the event that submitted or edited it
	 */
	public record Member(JsonNode comment, Decision decision) {

	}

	/** Whether a moderator has decided, and what. */
	public enum Status {

		OPEN, CONFIRMED, ORGANIC;

		public static Status of(CampaignSeen campaign) {
			Ruling ruling = campaign.ruling();
			if (ruling == null) {
				return OPEN;
			}
			return (ruling.verdict() == CampaignReviewed.Verdict.CONFIRMED) ? CONFIRMED : ORGANIC;
		}

	}

}
