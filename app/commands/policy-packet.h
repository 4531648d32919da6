/* What a policy pack plans for its packets: their parts in order, and the wordings to be signed. */
#pragma once
#include "app/command.h"

/* The members "packet" and, where the pack plans one, "redemption_packet" of the object json stands in. */
void policy_packet_json (QuanJson *json, const QuanPack *pack, QuanLanguage language);
void policy_packet_text (Output *output, const QuanPack *pack, QuanLanguage language);
