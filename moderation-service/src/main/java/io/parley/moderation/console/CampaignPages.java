package io.parley.moderation.console;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.moderation.projection.Campaigns;
import io.parley.moderation.projection.Campaigns.Member;
import io.parley.moderation.projection.Campaigns.Place;
import io.parley.moderation.projection.Campaigns.Status;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns: many authors who write nearly the same, as one thing to decide about. */
@ConsolePage
class CampaignPages {

	private static final int SIZE = 50;

	private static final int MEMBERS = 100;

	private final Campaigns campaigns;

	private final Desk desk;

	CampaignPages(Campaigns campaigns, Desk desk) {
		this.campaigns = campaigns;
		this.desk = desk;
	}

	@GetMapping("/console/campaigns")
	String list(@RequestParam(required = false) @Nullable Status status,
			@RequestParam(required = false) @Nullable String before, Model model) {
		Place place = (before == null) ? null
				: campaigns.find(before).map(last -> new Place(last.lastAt(), last.campaignId())).orElse(null);
		List<CampaignSeen> found = campaigns.page(null, status, place, SIZE);
		model.addAttribute("campaigns", found.stream().map(CampaignItem::of).toList());
		model.addAttribute("status", status);
		model.addAttribute("next", (found.size() == SIZE) ? found.getLast().campaignId() : null);
		return "console/campaigns";
	}

	@GetMapping("/console/campaigns/{id}")
	String campaign(@PathVariable String id, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable UUID undoable, Model model) {
		CampaignSeen campaign = find(id);
		List<Member> members = campaigns.members(campaign.campaignId(), after, MEMBERS);
		model.addAttribute("campaign", CampaignItem.of(campaign));
		model.addAttribute("members", members);
		model.addAttribute("next", (members.size() == MEMBERS) ? members.getLast().decision().commentId() : null);
		model.addAttribute("undoable", undoable);
		return "console/campaign";
	}

	@PostMapping("/console/campaigns/{id}/decide")
	String decide(@PathVariable String id, @RequestParam CampaignReviewed.Verdict verdict,
			@RequestParam(required = false) @Nullable String note, Principal moderator, RedirectAttributes answer) {
		CampaignSeen campaign = find(id);
		answer.addAttribute("undoable", desk.decide(campaign, verdict, CommentPages.noteOf(note), moderator.getName()));
		answer.addAttribute("id", campaign.campaignId());
		return "redirect:/console/campaigns/{id}";
	}

	private CampaignSeen find(String id) {
		return campaigns.find(id)
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "unknown-campaign",
					"There is no campaign with this id (yet)."));
	}

}
