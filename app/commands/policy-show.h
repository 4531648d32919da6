/* A policy pack shown whole, so that nothing in it is hidden from the officer or an inspector. */
#pragma once
#include "app/command.h"

/* Members that name a pack, in the object json stands in. */
void policy_json_identity (QuanJson *json, const QuanPack *pack, const Session *session);
void policy_show_json (Session *session, const QuanPack *pack);
void policy_show_text (Session *session, const QuanPack *pack);
